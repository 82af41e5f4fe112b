import type { Context2D, CreateSurface, Picture } from '../canvas.ts';
import type { Box, Layer, SetRun, TextRow } from '../layer.ts';

/** What drawing a shot needs beside its data. */
export interface ShotTools {
  createSurface: CreateSurface;
  /** Paints a layer at rest, where it lies in the frame. */
  paint(context: Context2D, layer: Layer): void;
  /** The letters of a row from left to right; a run whose letters join or stack counts as one. */
  letters(row: TextRow): RowLetter[];
  /** Pictures of this shot's layers that were painted once, by layer. */
  sprites: Map<string, Sprite>;
}

/** A letter of a row; x is where it begins, in pixels from the block's left edge. */
export interface RowLetter {
  text: string;
  run: SetRun;
  x: number;
  width: number;
}

/** A row that shows one letter only, where that letter stands. */
export function letterRow(row: TextRow, { text, run, x, width }: RowLetter): TextRow {
  return { ...row, text, x, inkLeft: 0, width, runs: [{ ...run, text, x: 0 }] };
}

/** A painted piece of the frame: `picture` belongs at x, y. */
export interface Sprite {
  picture: Picture;
  x: number;
  y: number;
}

/** The sprite of this name; painted on a surface that covers `box` (frame pixels) when it is first asked for. */
export function spriteOf(
  tools: ShotTools,
  key: string,
  box: Box,
  paint: (context: Context2D) => void,
): Sprite {
  const known = tools.sprites.get(key);
  if (known) return known;
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  const width = Math.max(1, Math.ceil(box.x + box.width) - x);
  const height = Math.max(1, Math.ceil(box.y + box.height) - y);
  const { picture, context } = tools.createSurface(width, height);
  context.translate(-x, -y);
  paint(context);
  const sprite = { picture, x, y };
  tools.sprites.set(key, sprite);
  return sprite;
}

export function drawSprite(context: Context2D, { picture, x, y }: Sprite): void {
  context.drawImage(picture, x, y);
}

/** Draws with everything turned and grown about a point. */
export function turned(
  context: Context2D,
  pivot: readonly [number, number],
  { kx, ky, degrees }: { kx: number; ky: number; degrees: number },
  draw: () => void,
): void {
  context.save();
  context.translate(pivot[0], pivot[1]);
  if (degrees !== 0) context.rotate((degrees * Math.PI) / 180);
  context.scale(Math.max(0.001, kx), Math.max(0.001, ky));
  context.translate(-pivot[0], -pivot[1]);
  draw();
  context.restore();
}

/** Draws within a rectangle only. */
export function clipped(context: Context2D, { x, y, width, height }: Box, draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  draw();
  context.restore();
}

export function faded(context: Context2D, opacity: number, draw: () => void): void {
  if (opacity <= 0) return;
  const before = context.globalAlpha;
  context.globalAlpha = before * Math.min(1, opacity);
  draw();
  context.globalAlpha = before;
}
