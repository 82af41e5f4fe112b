import { createPaintCache } from '@spotsmith/motion/paint/paint-cache';
import { paintText } from '@spotsmith/motion/paint/paint-text';
import type { Context2D } from '@spotsmith/motion/canvas';
import { createPixelSurface } from '../canvas/node-canvas.ts';
import type { Rect, TextSprite } from '../sprites/sprite-spec.ts';
import {
  type BackdropFrames,
  chooseLegibility,
  type Legibility,
  plateStrength,
} from './choose-legibility.ts';
import type { Rgb } from './contrast.ts';
import { type SetTitle, setTitle } from './set-title.ts';

export interface DrawnText {
  png: Uint8Array;
  /** How it was set; `null` when there is nothing to draw. */
  title: SetTitle | null;
  legibility: Legibility;
}

/** A title is a layer of its own, with nothing built up around its letters. */
const LAYER = { type: 'text', id: 'title', role: 'display', z: 0, effects: {} } as const;

const shares = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

/** The title's own rectangle on the canvas, without shadow or plate. */
function inkOf({ box, rect, align, anchor }: TextSprite, { block }: SetTitle): Rect {
  const { width, height } = block;
  return {
    x: rect.x + box.x + (box.width - width) * shares[align],
    y: rect.y + box.y + (box.height - height) * shares[anchor],
    width,
    height,
  };
}

/** A pill around one line, a rounded card around several. */
function drawPlate(context: Context2D, sprite: TextSprite, ink: Rect, { r, g, b }: Rgb): void {
  const padX = sprite.sizePx * 0.55;
  const padY = sprite.sizePx * 0.34;
  const height = ink.height + 2 * padY;
  context.fillStyle = `rgba(${r}, ${g}, ${b}, ${plateStrength})`;
  context.beginPath();
  context.roundRect(
    ink.x - sprite.rect.x - padX,
    ink.y - sprite.rect.y - padY,
    ink.width + 2 * padX,
    height,
    Math.min(height / 2, sprite.sizePx * 0.75),
  );
  context.fill();
}

/** Two layers: a tight one that edges the letters and a wide one that calms what is behind them. */
function setShadow(context: Context2D, size: number, { r, g, b }: Rgb, layer: 'wide' | 'tight'): void {
  context.shadowColor = `rgba(${r}, ${g}, ${b}, ${layer === 'wide' ? 0.75 : 0.6})`;
  context.shadowBlur = size * (layer === 'wide' ? 0.5 : 0.1);
  context.shadowOffsetX = 0;
  context.shadowOffsetY = size * (layer === 'wide' ? 0.02 : 0.035);
}

/** Draws a text sprite: set, made legible against `backdrops`, on a transparent picture of the sprite's size. */
export async function drawText(sprite: TextSprite, backdrops: readonly BackdropFrames[]): Promise<DrawnText> {
  const { picture, context } = createPixelSurface(sprite.rect.width, sprite.rect.height);
  const { box, rect } = sprite;
  const title = setTitle({ ...sprite, boxWidth: box.width, boxHeight: box.height });
  if (title === null) {
    const legibility = chooseLegibility(sprite, rect, []);
    return { png: await picture.encode('png'), title, legibility };
  }
  const ink = inkOf(sprite, title);
  const legibility = chooseLegibility(sprite, ink, backdrops);
  const { decoration, shade } = legibility;
  const { block, sizePx } = title;
  const place = { x: ink.x - rect.x, y: ink.y - rect.y, width: ink.width, height: ink.height };
  const cache = createPaintCache(createPixelSurface);
  const fill = () => paintText(context, { ...LAYER, block, box: place, fill: sprite.color }, cache);
  if (decoration === 'plate') drawPlate(context, sprite, ink, shade);
  if (decoration === 'shadow') {
    for (const layer of ['wide', 'tight'] as const) {
      setShadow(context, sizePx, shade, layer);
      fill();
    }
    context.shadowColor = 'transparent';
  }
  fill();
  return { png: await picture.encode('png'), title, legibility };
}
