import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../../server/test/support/copy-embedded.ts';
import { openStudio, type Studio } from './support/open-studio.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio({ copyDatabase: copyEmbedded });
});
afterAll(() => studio?.[Symbol.asyncDispose]());

const MOST_REQUESTS = 5_000;
const AT_ONCE = 20;
const PAGES = ['/s/nothing', '/embed/nothing', '/invite/nothing', `/ads/${randomUUID()}`, '/', '/sign-in'];

test('whoever asked too much is told so by every page, and not that there is nothing', async () => {
  let asked = 0;
  for (let isRefused = false; !isRefused && asked < MOST_REQUESTS; asked += AT_ONCE) {
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, () => fetch(`${studio.url}/api/shared/nothing`)),
    );
    isRefused = answers.some(({ status }) => status === 429);
    await Promise.all(answers.map((answer) => answer.text()));
  }
  for (const page of PAGES) {
    const answer = await fetch(`${studio.url}${page}`, { redirect: 'manual' });
    expect([page, answer.status, answer.headers.get('retry-after')]).toEqual([
      page,
      429,
      expect.stringMatching(/^\d+$/),
    ]);
    expect(await answer.json()).toMatchObject({ code: 'too_many_requests' });
  }
});
