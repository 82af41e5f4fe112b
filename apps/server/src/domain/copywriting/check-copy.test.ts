import { expect, test } from 'vitest';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { checkCopy } from './check-copy.ts';
import { writeStoryboard } from './write-storyboard.ts';

const PROMPT =
  'Strider One running shoes, 240 g, breathable knit, now €89, was €119, until Sunday. strider.com';

function judged(change: Partial<ReturnType<typeof writeStoryboard>['copy']> = {}): string[] {
  const brief = writeBriefByRules({
    prompt: PROMPT,
    photoCount: 1,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
  });
  const storyboard = writeStoryboard(brief, { seconds: 15, styleKeywords: [], seed: 7 });
  const said = { prompt: PROMPT, name: brief.product.name, facts: brief.facts ?? {} };
  return checkCopy({ ...storyboard, copy: { ...storyboard.copy, ...change } }, said)
    .filter(({ holds }) => !holds)
    .map(({ check }) => check);
}

test('an ad as it is written keeps all rules of copy', () => {
  expect(judged()).toEqual([]);
});

test.each([
  ['a figure nobody said', { price: '€79' }, ['figures shown', 'none invented', 'one language']],
  ['another name', { name: 'Runner' }, ['name shown', 'one language']],
  [
    'a line that is too long',
    { hook: 'Strider One running shoes, 240 g, breathable knit' },
    ['words a line'],
  ],
  ['a line torn in two', { hook: 'running shoes,' }, ['whole lines']],
  ['a line in another language', { hook: 'Links, rechts, weiter' }, ['one language']],
])('%s is found', (_, change, checks) => {
  expect(judged(change)).toEqual(checks);
});
