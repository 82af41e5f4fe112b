/** sRGB byte (0–255) to linear light (0–1). */
export const LINEAR_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

const STEPS = 8192;

/** sRGB value (0–255, fractional) of linear light `i / 8192`; fractional so that dither can be added before rounding. */
const BYTE_OF_LINEAR = Float32Array.from({ length: STEPS + 1 }, (_, i) => {
  const value = i / STEPS;
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
});

/** Linear light to a fractional sRGB value, 0–255; light outside 0–1 is clipped. */
export function byteOfLinear(light: number): number {
  if (light <= 0) return 0;
  if (light >= 1) return 255;
  return BYTE_OF_LINEAR[(light * STEPS) | 0] ?? 255;
}
