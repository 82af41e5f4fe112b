import { type EaseId, easeAt, mix } from './eases.ts';

/** What a keyframe can move. Shares run from 0 (nothing is there) to 1 (all of it). */
export interface Values {
  /** Shift in widths of the frame. */
  x: number;
  /** Shift in heights of the frame. */
  y: number;
  /** Size, as a factor; grows geometrically between keys. */
  k: number;
  /** Height alone, as a factor. */
  ky: number;
  rotationDegrees: number;
  opacity: number;
  /** Share of the layer's width that is uncovered. */
  clip: number;
  /** Share of a line that is drawn. */
  path: number;
}

export type SomeValues = { [Name in keyof Values]?: number | undefined };

export interface Keyframe extends SomeValues {
  /** Seconds from the layer's own start. */
  seconds: number;
  /** Leads to this key; linear when absent. */
  ease?: EaseId | undefined;
}

export const atRest: Values = {
  x: 0,
  y: 0,
  k: 1,
  ky: 1,
  rotationDegrees: 0,
  opacity: 1,
  clip: 1,
  path: 1,
};

function valuesOf(key: Keyframe): Values {
  return {
    x: key.x ?? atRest.x,
    y: key.y ?? atRest.y,
    k: key.k ?? atRest.k,
    ky: key.ky ?? atRest.ky,
    rotationDegrees: key.rotationDegrees ?? atRest.rotationDegrees,
    opacity: key.opacity ?? atRest.opacity,
    clip: key.clip ?? atRest.clip,
    path: key.path ?? atRest.path,
  };
}

/** Smaller than this is nothing, out of which things grow. */
const leastGrown = 0.05;

/** Geometric, so that a push looks even; straight out of nothing. */
function grow(from: number, to: number, share: number): number {
  return Math.min(from, to) >= leastGrown ? from * (to / from) ** share : mix(from, to, share);
}

/** The values of a track at a time: those of its first key before it, of its last after it. Keys are in order. */
export function valuesAt(keys: readonly Keyframe[], seconds: number): Values {
  const last = keys.at(-1);
  if (!last) return atRest;
  const next = keys.findIndex((key) => key.seconds > seconds);
  const to = keys[next];
  const from = keys[next - 1];
  if (next < 0 || !to) return valuesOf(last);
  if (!from) return valuesOf(to);
  const share = easeAt(to.ease ?? 'linear', (seconds - from.seconds) / (to.seconds - from.seconds));
  const a = valuesOf(from);
  const b = valuesOf(to);
  return {
    x: mix(a.x, b.x, share),
    y: mix(a.y, b.y, share),
    k: grow(a.k, b.k, share),
    ky: mix(a.ky, b.ky, share),
    rotationDegrees: mix(a.rotationDegrees, b.rotationDegrees, share),
    opacity: mix(a.opacity, b.opacity, share),
    clip: mix(a.clip, b.clip, share),
    path: mix(a.path, b.path, share),
  };
}
