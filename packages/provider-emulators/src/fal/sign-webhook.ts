import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultScript } from '../faults.ts';

const RETRY_DELAYS_MS = [1_000, 4_000, 15_000];

/** Signs and delivers webhooks as fal does: Ed25519 over request, user, timestamp and the digest of the body. */
export function webhookSigner(faults: FaultScript, speed: number, now: () => number) {
  const pair = generateKeyPairSync('ed25519');
  const stranger = generateKeyPairSync('ed25519');
  const userId = randomUUID();

  function headersFor(requestId: string, body: string, key: KeyObject): Record<string, string> {
    const timestamp = String(Math.floor(now() / 1000));
    const digest = createHash('sha256').update(body).digest('hex');
    const signed = Buffer.from([requestId, userId, timestamp, digest].join('\n'));
    return {
      'content-type': 'application/json',
      'x-fal-webhook-request-id': requestId,
      'x-fal-webhook-user-id': userId,
      'x-fal-webhook-timestamp': timestamp,
      'x-fal-webhook-signature': sign(null, signed, key).toString('hex'),
    };
  }

  async function post(url: string, headers: Record<string, string>, body: string): Promise<boolean> {
    const signal = AbortSignal.timeout(5_000);
    return fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  return {
    /** As `/.well-known/jwks.json` tells it. */
    keySet: () => ({ keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'emulated', use: 'sig' }] }),
    async deliver(url: string, requestId: string, body: string): Promise<void> {
      const fault = faults.take('webhook');
      if (fault === 'lost') return;
      if (fault === 'late') await sleep(20_000 / speed, undefined, { ref: false });
      const key = fault === 'forged' ? stranger.privateKey : pair.privateKey;
      const headers = headersFor(requestId, body, key);
      let isDelivered = await post(url, headers, body);
      if (fault === 'duplicate') isDelivered = (await post(url, headers, body)) || isDelivered;
      for (const delayMs of RETRY_DELAYS_MS) {
        if (isDelivered) return;
        await sleep(delayMs / speed, undefined, { ref: false });
        isDelivered = await post(url, headers, body);
      }
    },
  };
}
export type WebhookSigner = ReturnType<typeof webhookSigner>;
