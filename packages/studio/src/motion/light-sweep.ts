import type { CanvasSize } from '../canvas-size.ts';
import type { Matrix } from './camera.ts';
import { smoothstep } from '../draw/noise.ts';
import { inverse } from './planar-frame.ts';
import { LEVEL, OPAQUE, type PlanarImage } from './planar-image.ts';

const WHITE = 219 * LEVEL;
/** Half width of the band, and how much it leans, as shares of the product's width and height. */
const BAND = 0.13;
const LEAN = 0.32;
/** How far the product steps back into shade while the light travels: this is what makes it visible on white goods. */
const SHADE = 0.16;

/**
 * A band of light that travels over the product. How much a pixel answers depends on its own luma: mid tones shine,
 * black keeps its depth and takes only a sheen along its edges (no grey patch), and white reads as lit because
 * everything outside the band is a little darker while it passes.
 */
export class LightSweep {
  readonly #image: PlanarImage;
  readonly #canvas: CanvasSize;
  readonly #sheen: Uint8Array;

  constructor(image: PlanarImage, canvas: CanvasSize) {
    this.#image = image;
    this.#canvas = canvas;
    this.#sheen = sheenOf(image);
  }

  /** Adds light to a frame's luma. `at` is the band's middle, −0.3 to 1.3 across the product. */
  shine(luma: Int16Array, matrix: Matrix, at: number): void {
    const { width, height, left, top, alpha } = this.#image;
    if (!alpha) return;
    const m = inverse(matrix);
    const corners = [0, width].flatMap((x) => [0, height].map((y) => forward(matrix, x + left, y + top)));
    const x0 = Math.max(0, Math.floor(Math.min(...corners.map(({ x }) => x))));
    const x1 = Math.min(this.#canvas.width, Math.ceil(Math.max(...corners.map(({ x }) => x))));
    const y0 = Math.max(0, Math.floor(Math.min(...corners.map(({ y }) => y))));
    const y1 = Math.min(this.#canvas.height, Math.ceil(Math.max(...corners.map(({ y }) => y))));
    // The shade comes and goes with the band, so that the clip starts and ends as the still looks.
    const presence = Math.max(0, Math.min(1, (at + 0.3) / 0.35, (1.3 - at) / 0.35));
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) {
        const u = Math.floor(m[0] * x + m[2] * y + m[4]) - left;
        const v = Math.floor(m[1] * x + m[3] * y + m[5]) - top;
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        const cover = alpha[v * width + u]! / OPAQUE;
        if (cover === 0) continue;
        const off = (u / width + (v / height - 0.5) * LEAN - at) / BAND;
        const band = off * off > 9 ? 0 : Math.exp(-off * off * 0.5 * 2.2);
        const o = y * this.#canvas.width + x;
        const own = luma[o]!;
        const shaded = own * (1 - SHADE * presence * (1 - band) * cover);
        const added = band * cover * (this.#sheen[v * width + u]! / 255) * (WHITE - shaded);
        luma[o] = Math.min(WHITE, shaded + added);
      }
    }
  }
}

/** How readily each pixel of the product shines, 0–255. */
function sheenOf({ luma, alpha, width, height }: PlanarImage): Uint8Array {
  const reach = Math.max(3, Math.round(Math.min(width, height) * 0.012));
  return Uint8Array.from(luma, (value, i) => {
    const level = Math.max(0, Math.min(1, value / WHITE));
    const x = i % width;
    const y = Math.floor(i / width);
    const around = [
      x >= reach ? i - reach : -1,
      x < width - reach ? i + reach : -1,
      y >= reach ? i - reach * width : -1,
    ];
    const inner = around.reduce(
      (least, at) => Math.min(least, at < 0 ? 0 : (alpha?.[at] ?? OPAQUE) / OPAQUE),
      1,
    );
    const edge = 1 - inner;
    return 255 * Math.min(0.85, 0.02 + 0.62 * smoothstep(0.05, 0.5, level) * (1 - 0.3 * level) + 0.3 * edge);
  });
}

function forward([a, b, c, d, e, f]: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
