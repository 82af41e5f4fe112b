import type { Rect, TextSprite } from '../sprites/sprite-spec.ts';
import { contrastRatio, luminance, parseColor, type Rgb, typicalWorst } from './contrast.ts';

export type Decoration = 'none' | 'shadow' | 'plate';

/** A few small frames of what is behind a text. */
export interface BackdropFrames {
  width: number;
  height: number;
  /** Packed RGB, one array a frame. */
  frames: Uint8Array[];
}

export interface Legibility {
  decoration: Decoration;
  /** Contrast of the text against what is behind it, decoration included, at its worst moment. */
  contrast: number;
}

/**
 * How much of the decoration’s colour covers what is behind the letters: the plate as it is drawn; of the soft shadow
 * what is left of it at its rim, where letters stand against the picture.
 */
const shadowStrength = 0.3;
export const plateStrength = 0.62;

/** A title is read in passing: ask for more than the 3 that large text must have before leaving it bare. */
const comfortable = 4.5;

export function decorationColor(textColor: string): Rgb {
  return luminance(parseColor(textColor)) > 0.18 ? { r: 0, g: 0, b: 0 } : { r: 255, g: 255, b: 255 };
}

function mixed(under: Rgb, over: Rgb, strength: number): Rgb {
  const mix = (a: number, b: number) => a + (b - a) * strength;
  return { r: mix(under.r, over.r), g: mix(under.g, over.g), b: mix(under.b, over.b) };
}

function pixelsIn(image: BackdropFrames, frame: Uint8Array, part: Rect, canvas: TextSprite['canvas']): Rgb[] {
  const toX = (x: number) => (x / canvas.width) * image.width;
  const toY = (y: number) => (y / canvas.height) * image.height;
  const left = Math.max(0, Math.floor(toX(part.x)));
  const right = Math.min(image.width, Math.max(left + 1, Math.ceil(toX(part.x + part.width))));
  const top = Math.max(0, Math.floor(toY(part.y)));
  const bottom = Math.min(image.height, Math.max(top + 1, Math.ceil(toY(part.y + part.height))));
  const pixels: Rgb[] = [];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = 3 * (y * image.width + x);
      pixels.push({ r: frame[at] ?? 0, g: frame[at + 1] ?? 0, b: frame[at + 2] ?? 0 });
    }
  }
  return pixels;
}

/** Contrast at the worst frame when `strength` of the decoration's colour lies between text and picture. */
function worstContrast(
  sprite: TextSprite,
  ink: Rect,
  backdrops: readonly BackdropFrames[],
  strength: number,
): number {
  const text = luminance(parseColor(sprite.color));
  const shade = decorationColor(sprite.color);
  const perFrame = backdrops.flatMap((image) =>
    image.frames.map((frame) => {
      const pixels = pixelsIn(image, frame, ink, sprite.canvas);
      return typicalWorst(
        pixels.map((pixel) => contrastRatio(text, luminance(mixed(pixel, shade, strength)))),
      );
    }),
  );
  return Math.min(21, ...perFrame);
}

/**
 * Decides how a text is kept legible: bare when its contrast is good on every sampled frame, with a soft shadow when
 * that suffices, on a plate otherwise. `ink` is the text's rectangle on the canvas. Pure.
 */
export function chooseLegibility(
  sprite: TextSprite,
  ink: Rect,
  backdrops: readonly BackdropFrames[],
): Legibility {
  const strengths = { none: 0, shadow: shadowStrength, plate: plateStrength };
  const measure = (decoration: Decoration): Legibility => ({
    decoration,
    contrast: worstContrast(sprite, ink, backdrops, strengths[decoration]),
  });
  if (sprite.legibility !== 'auto') return measure(sprite.legibility);
  for (const decoration of ['none', 'shadow'] as const) {
    const tried = measure(decoration);
    if (tried.contrast >= comfortable) return tried;
  }
  return measure('plate');
}
