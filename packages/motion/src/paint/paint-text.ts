import type { Context2D } from '../canvas.ts';
import type { Fill, SetRun, TextBlock, TextLayer } from '../layer.ts';
import { hasSeparateLetters, setFont } from '../text/text-measurer.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';
import { fillStyle, middleOf, turned } from './trace-path.ts';

/** A piece of text that is drawn at once: a run, or one letter of a jumble. */
interface Glyph {
  run: SetRun;
  text: string;
  sizePx: number;
  /** Origin on the baseline in the block, and for turned letters the angle about the letter's middle. */
  x: number;
  y: number;
  fill: Fill;
  turn?: { radians: number; width: number; shift: number };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where each letter of a run begins, and how wide it is, in pixels. */
export function lettersOf(context: Context2D, run: SetRun, sizePx: number) {
  setFont(context, run, sizePx);
  const total = context.measureText(run.text).width;
  let before = '';
  return [...graphemes.segment(run.text)].map(({ segment }) => {
    const passed = context.measureText(before).width;
    before += segment;
    const { width } = context.measureText(segment);
    return { text: segment, x: run.direction === 'rtl' ? total - passed - width : passed, width };
  });
}

function glyphsOf(
  context: Context2D,
  block: TextBlock,
  layer: Pick<TextLayer, 'effects' | 'fill' | 'rowFills'>,
) {
  const { jumble } = layer.effects;
  return block.rows.flatMap((row, rowIndex): Glyph[] => {
    let count = 0;
    return row.runs.flatMap((run): Glyph[] => {
      const { sizePx } = row;
      const x = row.x + row.inkLeft + run.x * sizePx;
      const fill = layer.rowFills?.[rowIndex] ?? layer.fill;
      if (!jumble || !hasSeparateLetters(run.text)) {
        // Joined letters stay in line; they take their colours row by row.
        const own = jumble?.colors[rowIndex % jumble.colors.length] ?? fill;
        return [{ run, text: run.text, sizePx, x, y: row.baseline, fill: own }];
      }
      return lettersOf(context, run, sizePx).flatMap((letter): Glyph[] => {
        const k = count++;
        if (letter.text.trim() === '') return [];
        return [
          {
            run,
            text: letter.text,
            sizePx,
            x: x + letter.x + letter.width / 2,
            y: row.baseline,
            fill: jumble.colors[(k + rowIndex) % jumble.colors.length] ?? fill,
            turn: {
              radians: ((jumble.degrees * Math.PI) / 180) * Math.sin((k + 1 + rowIndex * 3) * 2.4),
              width: letter.width,
              shift: jumble.shift * sizePx * Math.cos((k + rowIndex * 2) * 2.1),
            },
          },
        ];
      });
    });
  });
}

/** Calls `draw` for each glyph with its font set, at its place; `dx` and `dy` move all of them. */
function forGlyphs(
  context: Context2D,
  glyphs: readonly Glyph[],
  draw: (glyph: Glyph, x: number, y: number) => void,
  offsetOf: (glyph: Glyph) => readonly [number, number] = () => [0, 0],
): void {
  for (const glyph of glyphs) {
    setFont(context, glyph.run, glyph.sizePx);
    const [dx, dy] = offsetOf(glyph);
    if (!glyph.turn) {
      draw(glyph, glyph.x + dx, glyph.y + dy);
      continue;
    }
    const { radians, width, shift } = glyph.turn;
    context.save();
    context.translate(glyph.x, glyph.y + shift - glyph.sizePx * 0.35);
    context.rotate(radians);
    draw(glyph, -width / 2 + dx, glyph.sizePx * 0.35 + dy);
    context.restore();
  }
}

function paintSticker(
  context: Context2D,
  glyphs: readonly Glyph[],
  block: TextBlock,
  effects: TextLayer['effects'],
) {
  const { sticker } = effects;
  if (!sticker) return;
  const pad = sticker.pad * Math.max(...block.rows.map((row) => row.sizePx));
  const drop = sticker.drop;
  context.lineWidth = pad * 2;
  if (drop !== undefined)
    forGlyphs(
      context,
      glyphs,
      ({ text }, x, y) => {
        context.strokeStyle = drop;
        context.fillStyle = drop;
        context.strokeText(text, x, y);
        context.fillText(text, x, y);
      },
      () => [pad * 0.5, pad * 0.95],
    );
  forGlyphs(context, glyphs, ({ text }, x, y) => {
    context.strokeStyle = sticker.color;
    context.strokeText(text, x, y);
  });
}

function paintExtrusion(
  context: Context2D,
  glyphs: readonly Glyph[],
  { extrude }: TextLayer['effects'],
): void {
  if (!extrude) return;
  const { dx, dy, steps, colors } = extrude;
  for (let step = steps; step >= 1; step--) {
    const share = step / steps;
    const color =
      colors[Math.min(colors.length - 1, Math.floor(((step - 1) / steps) * colors.length))] ?? '#000000';
    context.fillStyle = color;
    forGlyphs(
      context,
      glyphs,
      ({ text }, x, y) => context.fillText(text, x, y),
      ({ sizePx }) => [dx * sizePx * share, dy * sizePx * share],
    );
  }
}

/** Draws a block with its top left at 0, 0. */
function paintBlock(
  context: Context2D,
  layer: Pick<TextLayer, 'block' | 'effects' | 'fill' | 'rowFills'>,
): void {
  const { block, effects } = layer;
  const glyphs = glyphsOf(context, block, layer);
  context.save();
  context.lineJoin = 'round';
  paintSticker(context, glyphs, block, effects);
  paintExtrusion(context, glyphs, effects);
  const { outline } = effects;
  forGlyphs(context, glyphs, ({ text, fill }, x, y) => {
    if (outline) {
      context.lineWidth = outline.width;
      context.strokeStyle = outline.color;
      context.strokeText(text, x, y);
    } else {
      context.fillStyle = fillStyle(context, fill);
      context.fillText(text, x, y);
    }
  });
  context.restore();
}

/** Room round a block that built-up letters take, as a share of its largest row. */
const SPRITE_PAD = 0.4;

/** Letters built up of many passes are drawn once and kept. */
function paintSprite(context: Context2D, layer: TextLayer, cache: PaintCache): void {
  const { block } = layer;
  const pad = Math.ceil(SPRITE_PAD * Math.max(...block.rows.map((row) => row.sizePx)));
  const sprite = cache.surface(block, 'letters', () => {
    const surface = newSurface(cache, Math.ceil(block.width) + 2 * pad, Math.ceil(block.height) + 2 * pad);
    surface.context.translate(pad, pad);
    paintBlock(surface.context, layer);
    return surface;
  });
  context.drawImage(sprite.picture, layer.box.x - pad, layer.box.y - pad);
}

/** Draws a text layer. */
export function paintText(context: Context2D, layer: TextLayer, cache: PaintCache): void {
  turned(context, layer.rotationDegrees ?? 0, layer.origin ?? middleOf(layer.box), () => {
    const { effects, box } = layer;
    if (effects.sticker || effects.extrude) {
      paintSprite(context, layer, cache);
      return;
    }
    context.save();
    context.translate(box.x, box.y);
    paintBlock(context, layer);
    context.restore();
  });
}
