import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OneTimeCodes } from '#src/ports/secrets.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** As long as a digest of SHA-1 (RFC 4226 §4 R6). */
const SECRET_BYTES = 20;

/** Time-based one-time codes (RFC 6238) with a secret of each nonce's own. */
export function createOneTimeCodes(secretKey: Uint8Array): OneTimeCodes {
  const keyOf = (nonce: string) =>
    createHmac('sha256', secretKey).update(`one-time codes ${nonce}`).digest().subarray(0, SECRET_BYTES);
  return {
    secretOf: (nonce) => base32(keyOf(nonce)),
    stepOf(nonce, code, now) {
      const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
      const key = keyOf(nonce);
      // A clock may be half a minute off (RFC 6238 §5.2).
      return [step, step - 1, step + 1].find((each) => isEqual(code, codeOf(key, each))) ?? null;
    },
  };
}

/** The code of one step: RFC 4226 §5.3, dynamic truncation. */
export function codeOf(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

function isEqual(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}
