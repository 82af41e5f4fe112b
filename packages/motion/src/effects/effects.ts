import type { Context2D } from '../canvas.ts';
import type { EffectLayer } from '../layer.ts';
import { tracePath } from '../paint/trace-path.ts';
import { battery } from './battery.ts';
import { hours, percent } from './dial.ts';
import { drop } from './drop.ts';
import type { Effect, EffectTime } from './effect.ts';
import { glow } from './glow.ts';
import { leaves } from './leaves.ts';
import { measure } from './measure.ts';
import { quiet } from './quiet.ts';
import { rain } from './rain.ts';
import { route } from './route.ts';
import { scale } from './scale.ts';
import { steam } from './steam.ts';
import { sun } from './sun.ts';

const table = {
  battery,
  drop,
  glow,
  hours,
  leaves,
  measure,
  percent,
  quiet,
  rain,
  route,
  scale,
  steam,
  sun,
} satisfies Record<string, Effect>;

export type EffectId = keyof typeof table;

const draw = (context: Context2D, layer: EffectLayer, time: EffectTime): void =>
  table[layer.effect](context, layer, time);

/** Draws an effect at a time of its shot; the context is left as it was. */
export function drawEffect(context: Context2D, layer: EffectLayer, time: EffectTime): void {
  context.save();
  if (layer.clip) {
    tracePath(context, layer.clip);
    context.clip();
  }
  if (layer.opacity !== undefined) context.globalAlpha *= layer.opacity;
  if (layer.mirrorWidth !== undefined) {
    context.translate(layer.mirrorWidth, 0);
    context.scale(-1, 1);
  }
  draw(context, layer, time);
  context.restore();
}

/** What is seen of an effect in a shot at rest. */
const REST: EffectTime = { seconds: 1.7, beatSeconds: 0.5, shotSeconds: 2.4 };

export const drawEffectAtRest = (context: Context2D, layer: EffectLayer): void =>
  drawEffect(context, layer, REST);
