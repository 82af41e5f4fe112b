import type { Context2D } from '../canvas.ts';
import { easeAt, mix } from './eases.ts';
import type { MovingShot, WordsPart } from './moving-shot.ts';
import { clipped, letterRow, type ShotTools } from './shot-tools.ts';

const digit = /\p{Nd}/u;
const riseSeconds = 0.3;

/**
 * A figure that counts up to itself: as many digits from the start, each in the middle of its cell of the last figure,
 * so that nothing jumps.
 */
export function drawCount(
  context: Context2D,
  shot: MovingShot,
  part: WordsPart,
  tools: ShotTools,
  seconds: number,
): void {
  const { layer, count } = part;
  const [row] = layer.block.rows;
  if (!row || !count) return;
  const letters = tools.letters(row);
  const digits = letters.filter(({ text }) => digit.test(text));
  const goal = Number(digits.map(({ text }) => text).join(''));
  const share = easeAt('out', seconds / count.seconds);
  const shown = String(Math.round(mix(count.from, goal, share))).padStart(digits.length, ' ');
  const up = (1 - easeAt('out', seconds / riseSeconds)) * row.ascent;
  const top = layer.box.y + row.baseline - row.ascent;
  const edge = {
    x: 0,
    y: top - row.ascent * 0.08,
    width: shot.width,
    height: (row.ascent + row.descent) * 1.2,
  };
  let next = 0;
  clipped(context, edge, () => {
    context.translate(0, up);
    for (const letter of letters) {
      const text = digit.test(letter.text) ? (shown[next++] ?? '') : letter.text;
      if (text.trim() === '') continue;
      const [alone] = tools.letters(letterRow(row, { ...letter, text }));
      const width = alone?.width ?? letter.width;
      const cell = letterRow(row, { ...letter, text, x: letter.x + (letter.width - width) / 2, width });
      tools.paint(context, { ...layer, block: { ...layer.block, rows: [cell] } });
    }
  });
}
