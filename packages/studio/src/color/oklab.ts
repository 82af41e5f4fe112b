import { LINEAR_OF_BYTE } from './srgb.ts';

/** OKLab of an sRGB pixel, written to `out` as [L, a, b]. Matrices: Björn Ottosson, "A perceptual color space" (2020). */
export function oklabOfBytes(red: number, green: number, blue: number, out: Float32Array): void {
  const r = LINEAR_OF_BYTE[red] ?? 0;
  const g = LINEAR_OF_BYTE[green] ?? 0;
  const b = LINEAR_OF_BYTE[blue] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  out[0] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  out[1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  out[2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}
