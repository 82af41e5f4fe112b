import { createHmac } from 'node:crypto';

/** Crockford's base 32: no letter that is mistaken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = /.{4}(?=.)/g;

/**
 * The code by which the first owner sets an installation up, like `7KQ2-…`: 80 bits that follow from the installation's
 * own secret, so that all its processes know the same one.
 */
export function setupCodeOf(secret: Uint8Array): string {
  const digest = createHmac('sha256', secret).update('the first owner').digest();
  const code = Array.from(digest.subarray(0, 16), (byte) => LETTERS[byte % LETTERS.length]).join('');
  return code.replace(GROUPS, '$&-');
}
