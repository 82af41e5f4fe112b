import { createHmac, timingSafeEqual } from 'node:crypto';

import type { WebhookHeaders } from '../hosted-provider.ts';

const OLDEST_MS = 5 * 60_000;

/**
 * Whether a webhook was signed with the account's secret within the last five minutes (Standard Webhooks:
 * HMAC-SHA256 over `id.timestamp.rawBody`, any of several `v1,` signatures). `rawBody` must be the bytes as they came.
 */
export function isGenuineWebhook(
  secret: string,
  headers: WebhookHeaders,
  rawBody: string,
  now: Date,
): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= OLDEST_MS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${rawBody}`).digest();
  return signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
    return (
      signature.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
    );
  });
}
