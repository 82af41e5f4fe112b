/** Control points of CSS cubic-bezier curves: x1, y1, x2, y2. */
const curves = {
  linear: [0, 0, 1, 1],
  /** Fast start, long settling: bold text, products. */
  out: [0.16, 1, 0.3, 1],
  quint: [0.22, 1, 0.36, 1],
  cubic: [0.33, 1, 0.68, 1],
  /** Sine in and out: light, cameras. */
  soft: [0.37, 0, 0.63, 1],
  inout: [0.65, 0, 0.35, 1],
  /** Almost all of the way in the middle: whips and wipes. */
  whip: [0.85, 0, 0.15, 1],
  /** Exits. */
  in: [0.5, 0, 0.75, 0],
  /** Passes its goal by 10 %. */
  back: [0.34, 1.56, 0.64, 1],
  /** Passes its goal by 20 %: badges. */
  slap: [0.3, 1.9, 0.5, 1],
  /** Passes its goal by 1 %: products. */
  settle: [0.18, 1.18, 0.3, 1],
} as const satisfies Record<string, readonly [number, number, number, number]>;

export type EaseId = keyof typeof curves;
export const easeIds = Object.keys(curves) as [EaseId, ...EaseId[]];

export function clamp01(share: number): number {
  return Math.min(1, Math.max(0, share));
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function bezier(a: number, b: number, u: number): number {
  return 3 * a * u * (1 - u) ** 2 + 3 * b * u * u * (1 - u) + u ** 3;
}

/** Where an ease stands at a share of its time; 0 before it and 1 after it. */
export function easeAt(ease: EaseId, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (ease === 'linear') return share;
  const [x1, y1, x2, y2] = curves[ease];
  let low = 0;
  let high = 1;
  // Eighteen halvings are a hundredth of a pixel on the longest way.
  for (let step = 0; step < 18; step += 1) {
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < share) low = middle;
    else high = middle;
  }
  return bezier(y1, y2, (low + high) / 2);
}

/** A fall that lands, squashes and springs out, as a closed form. */
export interface Bounce {
  /** Share of the fall that is left: 1 at the start, 0 on the ground. */
  height: number;
  stretchX: number;
  stretchY: number;
}

const landing = 0.46;

/** Falls by the square of the time and lands at 46 % of it; then a damped spring squashes it, +20 % wide, −22 % high. */
export function bounceAt(share: number): Bounce {
  if (share <= 0) return { height: 1, stretchX: 1, stretchY: 1 };
  if (share < landing) return { height: 1 - (share / landing) ** 2, stretchX: 0.97, stretchY: 1.04 };
  const rest = (share - landing) / (1 - landing);
  const swing = Math.exp(-3.4 * rest) * Math.sin(rest * 8.5) * (1 - clamp01(rest));
  return { height: 0, stretchX: 1 + 0.2 * swing, stretchY: 1 - 0.22 * swing };
}
