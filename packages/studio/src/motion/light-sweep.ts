import type { CanvasSize } from '../canvas-size.ts';
import { smoothstep } from '../draw/noise.ts';
import type { Matrix } from './camera.ts';
import { inverse } from './planar-frame.ts';
import type { PlanarImage } from './planar-image.ts';
import type { VideoMemory } from './video-memory.ts';

const BLACK = 16;
const WHITE = 235;
/** Half width of the band, and how much it leans, as shares of the product's width and height. */
const BAND = 0.13;
const LEAN = 0.32;
/** How far the product steps back into shade while the light travels: this is what makes it visible on white goods. */
const SHADE = 0.16;

/** The band's profile by distance from its middle, in 1/64 of its half width. */
const PROFILE_STEPS = 64;
const PROFILE = Float32Array.from({ length: PROFILE_STEPS * 3 }, (_, i) =>
  Math.exp(-1.1 * (i / PROFILE_STEPS) ** 2),
);

/**
 * A band of light that travels over the product. How much a pixel answers depends on its own luma: mid tones shine,
 * black keeps its depth and takes only a sheen along its edges (no grey patch), and white reads as lit because
 * everything outside the band is a little darker while it passes.
 */
export class LightSweep {
  readonly #image: PlanarImage;
  readonly #canvas: CanvasSize;
  readonly #memory: VideoMemory;
  readonly #sheen: Float32Array;

  constructor(image: PlanarImage, canvas: CanvasSize, memory: VideoMemory) {
    this.#image = image;
    this.#canvas = canvas;
    this.#memory = memory;
    const pixels = image.width * image.height;
    this.#sheen = sheenOf(image, memory.bytes(image.luma, pixels), memory.bytes(image.alpha, pixels));
  }

  /** Adds light to a frame's luma plane. `at` is the band's middle, −0.3 to 1.3 across the product. */
  shine(luma: Uint8Array, matrix: Matrix, at: number): void {
    const { width, height, left, top } = this.#image;
    // The shade comes and goes with the band, so that the clip starts and ends as the still looks.
    const presence = Math.max(0, Math.min(1, (at + 0.3) / 0.35, (1.3 - at) / 0.35));
    if (this.#image.alpha === 0 || presence === 0) return;
    const alpha = this.#memory.bytes(this.#image.alpha, width * height);
    const [a, , , d, e, f] = inverse(matrix); // The camera does not roll while the light travels.
    const box = this.#boxOf(matrix);
    const perColumn = PROFILE_STEPS / (width * BAND);
    const perRow = (PROFILE_STEPS * LEAN) / (height * BAND);
    const middle = ((LEAN / 2 + at) * PROFILE_STEPS) / BAND;
    const columns = { start: a * box.left + e - left, step: a };
    for (let y = box.top; y < box.bottom; y += 1) {
      const v = Math.floor(d * y + f - top);
      const pixels = { from: v * width, to: (v + 1) * width };
      const target = luma.subarray(y * this.#canvas.width + box.left, y * this.#canvas.width + box.right);
      const surface = {
        alpha: alpha.subarray(pixels.from, pixels.to),
        sheen: this.#sheen.subarray(pixels.from, pixels.to),
      };
      shineRow(
        target,
        surface,
        columns,
        { middle: middle - v * perRow, perColumn },
        (SHADE * presence) / 255,
      );
    }
  }

  /** The part of the frame that the product covers. */
  #boxOf([a, , , d, e, f]: Matrix): { left: number; top: number; right: number; bottom: number } {
    const { width, height, left, top } = this.#image;
    return {
      left: Math.max(0, Math.ceil(a * left + e)),
      top: Math.max(0, Math.ceil(d * top + f)),
      right: Math.min(this.#canvas.width, Math.ceil(a * (left + width) + e)),
      bottom: Math.min(this.#canvas.height, Math.ceil(d * (top + height) + f)),
    };
  }
}

/**
 * One row of a frame. `columns` are the product's that its pixels show, `surface` the product's row;
 * `shade` is per 1/255 of alpha.
 */
function shineRow(
  luma: Uint8Array,
  { alpha, sheen }: { alpha: Uint8Array; sheen: Float32Array },
  { start, step }: { start: number; step: number },
  { middle, perColumn }: { middle: number; perColumn: number },
  shade: number,
): void {
  for (let x = 0; x < luma.length; x += 1) {
    const u = (start + step * x) | 0;
    const cover = alpha[u] ?? 0;
    if (cover === 0) continue;
    const away = Math.abs(u * perColumn - middle) | 0;
    const own = luma[x]! - BLACK;
    if (away >= PROFILE.length) {
      luma[x] = own - own * shade * cover + BLACK + 0.5;
      continue;
    }
    const band = PROFILE[away]!;
    const shaded = own - own * shade * (1 - band) * cover;
    luma[x] = shaded + band * sheen[u]! * (WHITE - BLACK - shaded) + BLACK + 0.5;
  }
}

/** How readily each pixel of the product shines, 0–0.85 times its alpha. */
function sheenOf({ width, height }: PlanarImage, luma: Uint8Array, alpha: Uint8Array): Float32Array {
  const reach = Math.max(3, Math.round(Math.min(width, height) * 0.012));
  const sheen = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x;
      const inner = Math.min(
        x >= reach ? alpha[i - reach]! : 0,
        x < width - reach ? alpha[i + reach]! : 0,
        y >= reach ? alpha[i - reach * width]! : 0,
      );
      const edge = 1 - inner / 255;
      const level = Math.max(0, (luma[i]! - (BLACK * alpha[i]!) / 255) / (WHITE - BLACK));
      const shine = 0.02 + 0.62 * smoothstep(0.05, 0.5, level) * (1 - 0.3 * level) + 0.3 * edge;
      sheen[i] = (Math.min(0.85, shine) * alpha[i]!) / 255;
    }
  }
  return sheen;
}
