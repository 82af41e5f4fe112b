import type { Context2D } from '../canvas.ts';
import type { TextRow } from '../layer.ts';
import { lettersOf } from '../paint/paint-text.ts';
import { hasSeparateLetters } from '../text/text-measurer.ts';
import type { RowLetter } from './shot-tools.ts';

/** The letters of a row from left to right, measured on a context; runs whose letters join are taken whole. */
export function rowLetters(context: Context2D, row: TextRow): RowLetter[] {
  const { sizePx } = row;
  const all = row.runs.flatMap((run): RowLetter[] => {
    const x = row.x + row.inkLeft + run.x * sizePx;
    const letters = lettersOf(context, run, sizePx);
    const last = letters.at(-1);
    if (run.direction === 'rtl' || !hasSeparateLetters(run.text)) {
      return [{ text: run.text, run, x, width: last ? last.x + last.width : 0 }];
    }
    return letters.map((letter) => ({ text: letter.text, run, x: x + letter.x, width: letter.width }));
  });
  return all.sort((a, b) => a.x - b.x);
}
