import type { Context2D } from '../canvas.ts';
import type { EffectLayer } from '../layer.ts';

export interface EffectTime {
  /** From the shot's cut; may be negative. */
  seconds: number;
  beatSeconds: number;
  /** Length of the shot. */
  shotSeconds: number;
}

/** Draws an effect at a time of its shot, in frame pixels; the same time always gives the same pixels. */
export type Effect = (context: Context2D, layer: EffectLayer, time: EffectTime) => void;

/** A number of an effect that its layout has set. */
export function numberOf({ numbers }: EffectLayer, name: string): number {
  const value = numbers[name];
  if (value === undefined) throw new Error(`The effect needs a number "${name}"`);
  return value;
}

/** The colour at a place of its list; the last one stands for those that are missing. */
export const colorOf = ({ colors }: EffectLayer, index: number): string =>
  colors[index] ?? colors.at(-1) ?? '#000000';
