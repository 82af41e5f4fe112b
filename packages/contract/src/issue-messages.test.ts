import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { installIssueMessages } from './issue-messages.ts';
import { CreateSession } from './sessions.ts';

beforeAll(installIssueMessages);

const wrongWith = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

test.each([
  [{}, 'is missing.'],
  [{ prompt: 7 }, 'must be a text.'],
  [{ prompt: 'ab' }, 'Write at least 3 characters.'],
  [{ prompt: 'Crema', num_images: 20 }, 'must be at most 8.'],
  [{ prompt: 'Crema', num_images: 4.5 }, 'must be a whole number.'],
  [{ prompt: 'Crema', aspect_ratio: '3:2' }, 'must be one of 16:9, 9:16, 1:1, 4:5.'],
  [{ prompt: 'Crema', style_keywords: Array(9).fill('warm') }, 'must have at most 8 entries.'],
  [{ prompt: 'Crema', review: 'yes' }, 'must be true or false.'],
  [{ prompt: 'Crema', colour: 'red' }, 'colour is not known here.'],
])('what is wrong with %j is said in words a user understands', (request, sentence) => {
  expect(wrongWith(CreateSession, request)).toBe(sentence);
});
