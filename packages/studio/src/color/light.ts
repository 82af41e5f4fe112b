import { clampChroma, converter } from 'culori';

/** Linear light, 1 = white. */
export type Light = readonly [red: number, green: number, blue: number];

const toLinear = converter('lrgb');

/** An OKLCH colour as linear light, moved into sRGB by giving up chroma. */
export function light(l: number, c: number, h: number): Light {
  const { r, g, b } = toLinear(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));
  return [Math.max(0, r), Math.max(0, g), Math.max(0, b)];
}

/** An OKLCH colour for a canvas. */
export function css(l: number, c: number, h: number, alpha = 1): string {
  const [r, g, b] = light(l, c, h).map(encode);
  return `rgba(${r},${g},${b},${alpha})`;
}

export function mix(a: Light, b: Light, share: number): Light {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Writes a colour into a point's light. A typed array's own `set` takes ten times as long for three numbers. */
export function setLight(out: Float32Array, [red, green, blue]: Light): void {
  out[0] = red;
  out[1] = green;
  out[2] = blue;
}

export function scale(a: Light, by: number): Light {
  return [a[0] * by, a[1] * by, a[2] * by];
}

function encode(linear: number): number {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, value) * 255);
}
