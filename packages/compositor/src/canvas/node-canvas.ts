import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Context2D } from '@spotsmith/motion/canvas';
import { joinEmoji } from '@spotsmith/motion/text/joined-emoji';

/** A canvas of Skia's whose pixels can be read. */
export interface PixelSurface {
  picture: Canvas;
  context: Context2D;
  /** RGBA, row by row; valid until the next drawing. */
  pixels(): Uint8Array;
}

/** Makes a canvas for motion to draw on. */
export function createPixelSurface(width: number, height: number): PixelSurface {
  const picture = createCanvas(width, height);
  // Skia's context has all of it; only the types of its own pictures are narrower.
  const context = joinEmoji(picture.getContext('2d') as unknown as Context2D);
  return { picture, context, pixels: () => picture.data() };
}
