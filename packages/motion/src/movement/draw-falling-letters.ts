import type { Context2D } from '../canvas.ts';
import type { TextLayer } from '../layer.ts';
import { bounceAt } from './eases.ts';
import type { MovingShot, WordsPart } from './moving-shot.ts';
import { drawSprite, letterRow, type ShotTools, type Sprite, spriteOf, turned } from './shot-tools.ts';

interface Letter {
  /** Its middle on the baseline, in the frame. */
  x: number;
  y: number;
  sizePx: number;
  degrees: number;
  layer: TextLayer;
}

/** Every letter of a text as a layer of its own, coloured and turned in turn. */
function lettersOf({ layer }: WordsPart, tools: ShotTools): Letter[] {
  const { jumble, ...effects } = layer.effects;
  if (!jumble) return [];
  return layer.block.rows.flatMap((row, rowIndex) =>
    tools.letters(row).flatMap((letter, index): Letter[] => {
      if (letter.text.trim() === '') return [];
      const shift = jumble.shift * row.sizePx * Math.cos((index + rowIndex * 2) * 2.1);
      const baseline = row.baseline + shift;
      const fill = jumble.colors[(index + rowIndex) % jumble.colors.length] ?? layer.fill;
      const { rowFills: _, ...plain } = layer;
      const cell = { ...letterRow(row, letter), baseline };
      return [
        {
          x: layer.box.x + letter.x + letter.width / 2,
          y: layer.box.y + baseline,
          sizePx: row.sizePx,
          degrees: jumble.degrees * Math.sin((index + 1 + rowIndex * 3) * 2.4),
          layer: { ...plain, fill, effects, block: { ...layer.block, rows: [cell] } },
        },
      ];
    }),
  );
}

/** The letter's edge (sticker and drop) and its face are drawn apart: faces lie above the edges of all letters. */
function spriteFor(
  part: WordsPart,
  letter: Letter,
  index: number,
  face: 'edge' | 'face',
  tools: ShotTools,
): Sprite {
  const { x, y, sizePx, layer } = letter;
  const reach = sizePx * 0.95;
  const box = { x: x - reach, y: y - sizePx * 0.35 - reach, width: 2 * reach, height: 2 * reach };
  const only: TextLayer =
    face === 'face' ? { ...layer, effects: {} } : { ...layer, fill: 'rgba(0, 0, 0, 0)' };
  return spriteOf(tools, `${part.id}/${face}${index}`, box, (context) => tools.paint(context, only));
}

/** Letters fall from above the frame one by one, squash where they land and spring back. */
export function drawFallingLetters(
  context: Context2D,
  shot: MovingShot,
  part: WordsPart,
  tools: ShotTools,
  seconds: number,
  leaving: number,
): void {
  const { move, layer } = part;
  const letters = lettersOf(part, tools);
  for (const face of layer.effects.sticker ? (['edge', 'face'] as const) : (['face'] as const)) {
    letters.forEach((letter, index) => {
      const share = (seconds - index * move.staggerSeconds) / move.seconds;
      if (share <= 0) return;
      const { height, stretchX, stretchY } = bounceAt(share);
      const { x, y, sizePx, degrees } = letter;
      const foot: [number, number] = [x, y - sizePx * 0.35];
      context.save();
      context.translate(0, leaving * shot.height - height * (y + sizePx));
      turned(context, foot, { kx: stretchX, ky: stretchY, degrees }, () =>
        drawSprite(context, spriteFor(part, letter, index, face, tools)),
      );
      context.restore();
    });
  }
}
