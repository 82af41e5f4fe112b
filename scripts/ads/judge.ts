// What a machine can say of ads: npm run judge -- DIR [--canvases 16:9,9:16] [--seconds 15] [--only NAME] [--styles …] [--verbose]
// or of a film and its storyboard: npm run judge -- ad.mp4 --storyboard ad.json
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Check } from '../../packages/motion/src/check/check-film.ts';
import { Storyboard, StyleId } from '../../packages/motion/src/storyboard.ts';
import { canvasesIn, loadSubjects } from './folder.ts';
import { judgeAd } from './judge-ad.ts';
import { judgeFilm } from './judge-film.ts';
import { wholeAd } from './whole-ad.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    canvases: { type: 'string', default: '16:9,9:16' },
    seconds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    style: { type: 'string' },
    seed: { type: 'string', default: '7' },
    storyboard: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const [target] = positionals;
if (target === undefined)
  throw new Error('Say what is judged: npm run judge -- DIR, or a film and --storyboard');

/** How often each check held, and the first places where it did not. */
const tally = new Map<string, { held: number; failed: string[] }>();

function count(where: string, checks: readonly Check[]): void {
  for (const { check, holds, detail } of checks) {
    const row = tally.get(check) ?? { held: 0, failed: [] };
    tally.set(check, row);
    if (holds) row.held += 1;
    else row.failed.push(`${where}: ${detail}`);
  }
}

async function judgeFolder(folder: string): Promise<void> {
  const seed = Number(values.seed);
  const style = values.style === undefined ? null : StyleId.parse(values.style);
  for (const { product, briefs } of await loadSubjects(folder, new RegExp(values.only, 'u')))
    for (const { id, prompt } of briefs)
      for (const [name, canvas] of canvasesIn(values.canvases)) {
        const ad = wholeAd({ product, prompt, canvas, seconds: Number(values.seconds), style, seed });
        count(`${product.name} ${id} ${name} ${ad.storyboard.style}`, judgeAd(ad, { prompt, canvas }));
      }
}

function print(): void {
  const shown = values.verbose ? Number.POSITIVE_INFINITY : 3;
  for (const [check, { held, failed }] of tally) {
    const total = held + failed.length;
    console.log(`${failed.length === 0 ? 'holds ' : 'FAILS '} ${check.padEnd(22)} ${held}/${total}`);
    for (const where of failed.slice(0, shown)) console.log(`         ${where}`);
  }
}

if (values.storyboard === undefined) await judgeFolder(resolve(target));
else {
  const storyboard = Storyboard.parse(JSON.parse(await readFile(values.storyboard, 'utf8')));
  count(target, await judgeFilm(resolve(target), storyboard));
}
print();
if ([...tally.values()].some(({ failed }) => failed.length > 0)) process.exitCode = 1;
