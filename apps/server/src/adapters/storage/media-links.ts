import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Disposition, MediaGrant } from '#src/ports/file-store.ts';

export type MediaLinks = {
  /** `/media/v1/{fileId}?…`, to be resolved against the address of the API. */
  sign(
    fileId: string,
    options: { expiresInSeconds: number; disposition: Disposition; filename?: string | undefined },
  ): string;
  /** Null for a link that is tampered with, expired, valid for longer than any of ours, or of an unknown key. */
  verify(fileId: string, query: Readonly<Record<string, unknown>>): MediaGrant | null;
};

const LONGEST_SECONDS = 3600;
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Links that open one file without login until they expire, as HMAC-SHA256 over version, method, file, expiry and
 * disposition (and the file name, where there is one). The first secret signs, all of them verify: to rotate, put a
 * new one in front and drop the old one an hour later. HEAD is allowed by the same link as GET.
 */
export function createMediaLinks(
  secrets: readonly [Uint8Array, ...Uint8Array[]],
  now = Date.now,
): MediaLinks {
  const keys = secrets.map(keyFrom);
  const current = keyFrom(secrets[0]);
  const nowSeconds = () => Math.floor(now() / 1000);

  return {
    sign(fileId, { expiresInSeconds, disposition, filename }) {
      const expiry = steadyExpiry(nowSeconds(), Math.min(expiresInSeconds, LONGEST_SECONDS));
      const query = new URLSearchParams({ exp: `${expiry}`, kid: current.id, d: disposition });
      if (filename) query.set('name', filename);
      const text = signedText(fileId, `${expiry}`, disposition, filename ?? null);
      query.set('sig', digest(current.bytes, text).toString('base64url'));
      return `/media/v1/${fileId}?${query.toString()}`;
    },

    verify(fileId, { exp, kid, d, name, sig }) {
      const key = keys.find(({ id }) => id === kid);
      if (!key || typeof sig !== 'string' || typeof exp !== 'string' || !/^\d{1,12}$/.test(exp)) return null;
      if (d !== 'inline' && d !== 'attachment') return null;
      if (name !== undefined && typeof name !== 'string') return null;
      const right = digest(key.bytes, signedText(fileId, exp, d, name ?? null));
      const given = Buffer.from(sig, 'base64url');
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const secondsLeft = Number(exp) - nowSeconds();
      if (secondsLeft <= 0 || secondsLeft > LONGEST_SECONDS + CLOCK_TOLERANCE_SECONDS) return null;
      return { disposition: d, filename: name ?? null, secondsLeft };
    },
  };
}

/**
 * Rounded down to a sixth of the lifetime, so that looking at an ad twice gives the same links and the browser's cache
 * is of use.
 */
function steadyExpiry(nowSeconds: number, expiresInSeconds: number): number {
  const step = Math.max(1, Math.floor(expiresInSeconds / 6));
  return Math.floor((nowSeconds + expiresInSeconds) / step) * step;
}

function signedText(
  fileId: string,
  expiry: string,
  disposition: Disposition,
  filename: string | null,
): string {
  const lines = ['v1', 'GET', fileId, expiry, disposition];
  return (filename === null ? lines : [...lines, filename]).join('\n');
}

function digest(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/**
 * Derived (HKDF, RFC 5869), so that the kept secret itself signs nothing. The id names the key in a link and tells
 * nothing about it.
 */
function keyFrom(secret: Uint8Array): { id: string; bytes: Uint8Array } {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'spotsmith media links v1', 32));
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}
