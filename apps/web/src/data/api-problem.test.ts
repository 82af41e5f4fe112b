import { expect, test } from 'vitest';
import { isGone, noAnswer, problemFrom } from './api-problem.ts';

test.each([404, 400])('a link that the server answers with %i does not work any more', (status) => {
  expect(isGone(problemFrom(status, '{"code":"share_not_found","detail":"There is none."}'))).toBe(true);
});

test.each([401, 403, 429, 500, 502, 503])('an answer of %i does not say that something is gone', (status) => {
  expect(isGone(problemFrom(status, '{"code":"too_many_requests","detail":"Wait a minute."}'))).toBe(false);
  expect(isGone(problemFrom(status, '<html>a proxy</html>'))).toBe(false);
});

test('no answer at all does not say that something is gone, nor does a fault of our own', () => {
  expect(isGone(noAnswer())).toBe(false);
  expect(isGone(new Error('404'))).toBe(false);
});
