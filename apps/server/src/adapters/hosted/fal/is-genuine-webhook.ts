import { createHash, createPublicKey, verify } from 'node:crypto';
import type { WebhookHeaders } from '../hosted-provider.ts';

const OLDEST_MS = 5 * 60_000;

/**
 * Whether a webhook was signed by one of these Ed25519 keys (`x` of a JWK) within the last five minutes: over request, user,
 * timestamp and the SHA-256 of the body as it came, a line each (fal.ai/docs/model-apis/webhooks).
 */
export function isGenuineWebhook(
  keys: readonly { x: string }[],
  headers: WebhookHeaders,
  rawBody: string,
  now: Date,
): boolean {
  const [requestId, userId, timestamp, signature] = ['request-id', 'user-id', 'timestamp', 'signature'].map(
    (name) => headers[`x-fal-webhook-${name}`],
  );
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= OLDEST_MS)) return false;
  const digest = createHash('sha256').update(rawBody).digest('hex');
  const signed = Buffer.from([requestId, userId, timestamp, digest].join('\n'));
  return keys.some(({ x }) => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, signed, key, Buffer.from(signature, 'hex'));
  });
}
