import { mergeCopy } from '@spotsmith/motion/lay-out-shot';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { writeStoryboard } from '#src/domain/copywriting/write-storyboard.ts';
import { understand, type Understanding } from '#src/domain/understanding/understand.ts';

const USAGE = `Say what a prompt says: name, price, dates, benefits… as one line of JSON, without a model or a server.

  npm run understand -- --prompt "Lumo desk lamp, 49 € until Sunday"
  npm run understand -- --file prompts.jsonl      one {"id": …, "prompt": …} a line
`;

/** A question on standard input: an id and the prompt. */
type Asked = { id?: string; prompt: string };

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { file: { type: 'string' }, prompt: { type: 'string' } } });
  if (!values.file && !values.prompt) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const asked = values.file ? await promptsIn(values.file) : [{ prompt: values.prompt ?? '' }];
  for (const { id, prompt } of asked) console.log(JSON.stringify({ ...(id && { id }), ...printed(prompt) }));
}

async function promptsIn(path: string): Promise<Asked[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** The facts, in `copy` all of them that an ad may show, and in `onScreen` what an ad of 15 seconds says. */
function printed(prompt: string): Omit<
  Understanding,
  'untilWords' | 'startsWords' | 'audienceWords' | 'sentences'
> & {
  copy: string[];
  onScreen: string[];
} {
  const {
    untilWords: ______,
    startsWords: _______,
    audienceWords: ________,
    sentences: _________,
    ...facts
  } = understand(prompt);
  const { audience: _, moods: __, video: ___, language: ____, unsure: _____, ...shown } = facts;
  const copy = Object.values(shown)
    .flat()
    .filter((line) => line !== null);
  return { ...facts, copy, onScreen: wordsOfAd(prompt) };
}

function wordsOfAd(prompt: string): string[] {
  const settings = { photoCount: 1, brandColours: [], styleKeywords: [], numImages: 6, seed: 1 };
  const brief = writeBriefByRules({ prompt, ...settings });
  const { copy, shots } = writeStoryboard(brief, { seconds: 15, styleKeywords: [], seed: 1 });
  const lines = shots.flatMap((shot) => Object.values(mergeCopy(copy, shot.copy)).flat());
  return [...new Set(lines.filter((line) => typeof line === 'string'))];
}
