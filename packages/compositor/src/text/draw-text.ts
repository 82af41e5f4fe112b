import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Rect, TextSprite } from '../sprites/sprite-spec.ts';
import {
  type BackdropFrames,
  chooseLegibility,
  type Legibility,
  plateStrength,
} from './choose-legibility.ts';
import type { Rgb } from './contrast.ts';
import { layOutText, type TextLayout } from './lay-out-text.ts';

export interface DrawnText {
  png: Uint8Array;
  layout: TextLayout;
  legibility: Legibility;
  /** The text's own rectangle on the canvas, without shadow or plate. */
  ink: Rect;
}

const shares = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

function inkOf(sprite: TextSprite, layout: TextLayout): Rect {
  const { box, rect } = sprite;
  return {
    x: rect.x + box.x + (box.width - layout.width) * shares[sprite.align],
    y: rect.y + box.y + (box.height - layout.height) * shares[sprite.anchor],
    width: layout.width,
    height: layout.height,
  };
}

function drawLines(context: SKRSContext2D, sprite: TextSprite, layout: TextLayout, top: number): void {
  context.textAlign = sprite.align;
  context.textBaseline = 'alphabetic';
  const x = sprite.box.x + sprite.box.width * shares[sprite.align];
  for (const line of layout.lines) context.fillText(line.text, x, top + line.baseline);
}

/** A pill around one line, a rounded card around several. */
function drawPlate(context: SKRSContext2D, sprite: TextSprite, ink: Rect, { r, g, b }: Rgb): void {
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
function setShadow(context: SKRSContext2D, size: number, { r, g, b }: Rgb, layer: 'wide' | 'tight'): void {
  context.shadowColor = `rgba(${r}, ${g}, ${b}, ${layer === 'wide' ? 0.75 : 0.6})`;
  context.shadowBlur = size * (layer === 'wide' ? 0.5 : 0.1);
  context.shadowOffsetX = 0;
  context.shadowOffsetY = size * (layer === 'wide' ? 0.02 : 0.035);
}

/** Draws a text sprite: laid out, made legible against `backdrops`, on a transparent picture of the sprite's size. */
export async function drawText(sprite: TextSprite, backdrops: readonly BackdropFrames[]): Promise<DrawnText> {
  const canvas = createCanvas(sprite.rect.width, sprite.rect.height);
  const context = canvas.getContext('2d');
  const { text, font, sizePx, box } = sprite;
  const layout = layOutText(context, { text, font, sizePx, boxWidth: box.width, boxHeight: box.height });
  const ink = inkOf(sprite, layout);
  const legibility = chooseLegibility(sprite, ink, backdrops);
  const top = ink.y - sprite.rect.y;
  const { decoration, shade } = legibility;
  if (decoration === 'plate') drawPlate(context, sprite, ink, shade);
  context.fillStyle = sprite.color;
  if (decoration === 'shadow') {
    for (const layer of ['wide', 'tight'] as const) {
      setShadow(context, layout.sizePx, shade, layer);
      drawLines(context, sprite, layout, top);
    }
    context.shadowColor = 'transparent';
  }
  drawLines(context, sprite, layout, top);
  return { png: await canvas.encode('png'), layout, legibility, ink };
}
