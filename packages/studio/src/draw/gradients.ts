import type { CanvasGradient, SKRSContext2D } from '@napi-rs/canvas';

/** A colour at a place along a gradient, 0–1. */
export type Stop = readonly [at: number, color: string];

export function linear(
  context: SKRSContext2D,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  stops: readonly Stop[],
): CanvasGradient {
  return withStops(context.createLinearGradient(x0, y0, x1, y1), stops);
}

export function radial(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  stops: readonly Stop[],
): CanvasGradient {
  return withStops(context.createRadialGradient(x, y, 0, x, y, radius), stops);
}

function withStops(gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient {
  for (const [at, color] of stops) gradient.addColorStop(at, color);
  return gradient;
}
