import { expect, test } from 'vitest';
import { parseAdArguments } from './ad-arguments.ts';

const PROMPT = ['--prompt', 'Dew, the face serum for calm mornings'];

test.each([
  [['--prompt', 'ab'], '--prompt'],
  [[], '--prompt is missing'],
  [[...PROMPT, '--aspect', '3:2'], '--aspect'],
  [[...PROMPT, '--nonsense'], '--nonsense'],
  [[...PROMPT, '--music-provider', 'nobody'], '--music-provider'],
])('a command line that cannot be right is explained: %j', (args, sentence) => {
  expect(() => parseAdArguments(args)).toThrow(sentence);
});

test('images, clips and music may each come from somebody else', () => {
  const flags = ['--image-provider', 'gemini', '--clip-provider', 'fal', '--music-model', 'elevenlabs/music'];
  expect(parseAdArguments([...PROMPT, ...flags])?.request).toMatchObject({
    image_provider: 'gemini',
    clip_provider: 'fal',
    music_model: 'elevenlabs/music',
  });
});
