import { withAlpha } from '../color/oklch.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const WISPS = 3;
/** Soft dots that a wisp is drawn with, from the opening up. */
const DOTS = 34;
const STRONGEST = 0.16;
/** How fast a curl climbs, in heights a second, and how many curls a wisp has. */
const CLIMB = 0.42;
const CURLS = 1.25;
/** Radius at the opening and far up, and how far a wisp sways far up, as shares of the opening. */
const RADIUS = { foot: 0.05, head: 0.17 };
const SWAY = 0.3;

/** Where a wisp is densest goes up with the air; 0–1. */
const density = (u: number, wisp: number, seconds: number) =>
  0.62 + 0.38 * Math.sin((u - seconds * CLIMB) * 7.3 + wisp * 2.6);

/**
 * Steam that rises from an opening: thin wisps that curl, widen and fade. Numbers: `x`, `y` of the opening, its `width`,
 * `rise`. Colour: the steam.
 */
export const steam: Effect = (context, layer, { seconds }) => {
  const [x, y, width, rise] = ['x', 'y', 'width', 'rise'].map((name) => numberOf(layer, name)) as [
    number,
    number,
    number,
    number,
  ];
  const color = colorOf(layer, 0);
  for (let wisp = 0; wisp < WISPS; wisp++) {
    const lane = (wisp - (WISPS - 1) / 2) / WISPS;
    const height = rise * (1 - 0.22 * Math.abs(lane) * WISPS);
    for (let dot = 0; dot < DOTS; dot++) {
      const u = (dot + 0.5) / DOTS;
      const curl = Math.sin((u * CURLS - seconds * CLIMB) * 2 * Math.PI + wisp * 2.1);
      const px = x + width * (lane * (0.75 + 0.5 * u) + SWAY * u ** 0.8 * curl);
      const radius = width * (RADIUS.foot + (RADIUS.head - RADIUS.foot) * u);
      const alpha = STRONGEST * Math.sin(Math.PI * u ** 0.55) * density(u, wisp, seconds);
      const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
      gradient.addColorStop(0, withAlpha(color, alpha));
      gradient.addColorStop(0.4, withAlpha(color, alpha * 0.62));
      gradient.addColorStop(1, withAlpha(color, 0));
      context.save();
      context.translate(px, y - height * u);
      context.scale(radius, radius * 1.7);
      context.fillStyle = gradient;
      context.fillRect(-1, -1, 2, 2);
      context.restore();
    }
  }
};
