import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultScript } from './faults.ts';
import { newId } from './uploads.ts';

const RETRY_DELAYS_MS = [1_000, 4_000, 15_000, 40_000];

/** Signs and delivers webhooks as Standard Webhooks does: the signature covers id, timestamp and the raw body. */
export function webhookSender(faults: FaultScript, speed: number) {
  const key = randomBytes(24);

  function headersFor(id: string, body: string, signingKey: Buffer): Record<string, string> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingKey).update(`${id}.${timestamp}.${body}`).digest('base64');
    return {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
  }

  async function post(url: string, headers: Record<string, string>, body: string): Promise<boolean> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(5_000),
      });
      return answer.status >= 200 && answer.status < 300;
    } catch {
      return false;
    }
  }

  return {
    secret: `whsec_${key.toString('base64')}`,
    /** Terminal events are tried again on failure, all others once. */
    async deliver(url: string, body: string, isTerminal: boolean): Promise<void> {
      const fault = faults.take('webhook');
      if (fault === 'lost') return;
      if (fault === 'late') await sleep(20_000 / speed, undefined, { ref: false });
      const headers = headersFor(`msg_${newId()}`, body, fault === 'forged' ? randomBytes(24) : key);
      let isDelivered = await post(url, headers, body);
      if (fault === 'duplicate') isDelivered = (await post(url, headers, body)) || isDelivered;
      for (const delayMs of isTerminal ? RETRY_DELAYS_MS : []) {
        if (isDelivered) return;
        await sleep(delayMs / speed, undefined, { ref: false });
        isDelivered = await post(url, headers, body);
      }
    },
  };
}
export type WebhookSender = ReturnType<typeof webhookSender>;
