import { expect, test } from 'vitest';
import { codeOf, createOneTimeCodes } from './one-time-codes.ts';

// RFC 6238, appendix B, the last six digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is that of the standard', (seconds, code) => {
  expect(codeOf(Buffer.from('12345678901234567890'), Math.floor(seconds / 30))).toBe(code);
});

test('a code counts for its own step and the ones beside it, for its own nonce and server', () => {
  const codes = createOneTimeCodes(Buffer.alloc(32, 7));
  const now = new Date('2026-03-01T12:00:10Z');
  const step = Math.floor(now.getTime() / 30_000);
  expect(codes.secretOf('a')).toMatch(/^[A-Z2-7]{32}$/);
  expect(codes.secretOf('a')).not.toBe(codes.secretOf('b'));
  const code = codeOf(fromBase32(codes.secretOf('a')), step);
  const at = (seconds: number) => codes.stepOf('a', code, new Date(now.getTime() + seconds * 1000));
  expect([at(-30), at(30), at(90)]).toEqual([step, step, null]);
  expect(codes.stepOf('b', code, now)).toBeNull();
  expect(createOneTimeCodes(Buffer.alloc(32, 8)).stepOf('a', code, now)).toBeNull();
});

/** What an authenticator app reads from the secret that a person is shown. */
function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
