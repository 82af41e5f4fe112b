import type { Rect, TextSprite } from '../sprites/sprite-spec.ts';
import { contrastRatio, luminance, luminanceOf } from '@spotsmith/motion/color/oklch';
import { type Rgb, typicalWorst } from './contrast.ts';

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
  /** The colour of the shadow or the plate. */
  shade: Rgb;
  /** Contrast of the text against what is behind it, decoration included, at its worst moment. */
  contrast: number;
}

/**
 * How much of the decoration’s colour covers what is behind the letters: the plate as it is drawn; of the soft shadow
 * what is left of it at its rim, where letters stand against the picture.
 */
const shadowStrength = 0.3;
export const plateStrength = 0.94;

/** How light a dark plate is, as relative luminance, and how much more colourful than the picture a plate is. */
const plateLuminance = 0.018;
const plateColorfulness = 3.2;
/** How much of the picture's colour is left in a light plate. */
const lightPlateTint = 0.16;

/** A title is read in passing: ask for more than the 3 that large text must have before leaving it bare. */
const comfortable = 4.5;

const black: Rgb = { r: 0, g: 0, b: 0 };
const white: Rgb = { r: 255, g: 255, b: 255 };

function opposite(textColor: string): Rgb {
  return luminance(textColor) > 0.18 ? black : white;
}

/** The picture's own colour, deep under a light text and pale under a dark one: a plate that belongs to its scene. */
function plateColor(textColor: string, behind: readonly Rgb[]): Rgb {
  const shade = opposite(textColor);
  if (behind.length === 0) return shade;
  const mean = (channel: keyof Rgb) => behind.reduce((sum, pixel) => sum + pixel[channel], 0) / behind.length;
  const picture = { r: mean('r'), g: mean('g'), b: mean('b') };
  if (shade === white) return mixed(white, picture, lightPlateTint);
  // Luminance grows with the 2.4th power of a channel.
  const dim = Math.min(
    1,
    (plateLuminance / Math.max(plateLuminance, luminanceOf(picture.r, picture.g, picture.b))) ** (1 / 2.4),
  );
  const grey = (dim * (picture.r + picture.g + picture.b)) / 3;
  const vivid = (channel: number) => Math.max(0, grey + (dim * channel - grey) * plateColorfulness);
  return { r: vivid(picture.r), g: vivid(picture.g), b: vivid(picture.b) };
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

/** Contrast at the worst frame when `strength` of `shade` lies between text and picture. */
function worstContrast(
  textColor: string,
  behind: readonly (readonly Rgb[])[],
  shade: Rgb,
  strength: number,
): number {
  const text = luminance(textColor);
  const perFrame = behind.map((pixels) =>
    typicalWorst(
      pixels.map((pixel) => {
        const { r, g, b } = mixed(pixel, shade, strength);
        return contrastRatio(text, luminanceOf(r, g, b));
      }),
    ),
  );
  return Math.min(21, ...perFrame);
}

/**
 * Decides how a text is kept legible: bare when its contrast is good on every sampled frame, with a soft shadow when
 * that suffices, on a plate otherwise. `ink` is the text's rectangle on the canvas. Pure.
 */
export function chooseLegibility(
  { color, legibility, canvas }: TextSprite,
  ink: Rect,
  backdrops: readonly BackdropFrames[],
): Legibility {
  const behind = backdrops.flatMap((image) =>
    image.frames.map((frame) => pixelsIn(image, frame, ink, canvas)),
  );
  const measure = (decoration: Decoration): Legibility => {
    const shade = decoration === 'plate' ? plateColor(color, behind.flat()) : opposite(color);
    const strength = { none: 0, shadow: shadowStrength, plate: plateStrength }[decoration];
    return { decoration, shade, contrast: worstContrast(color, behind, shade, strength) };
  };
  if (legibility !== 'auto') return measure(legibility);
  for (const decoration of ['none', 'shadow'] as const) {
    const tried = measure(decoration);
    if (tried.contrast >= comfortable) return tried;
  }
  return measure('plate');
}
