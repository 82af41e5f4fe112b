import { expect, test } from 'vitest';
import { parseAdArguments } from './ad-arguments.ts';

const PROMPT = ['--prompt', 'Dew, the face serum for calm mornings'];

test.each([
  [['--prompt', 'ab'], '--prompt'],
  [[], '--prompt is missing'],
  [[...PROMPT, '--aspect', '3:2'], '--aspect'],
  [[...PROMPT, '--nonsense'], '--nonsense'],
])('a command line that cannot be right is explained: %j', (args, sentence) => {
  expect(() => parseAdArguments(args)).toThrow(sentence);
});
