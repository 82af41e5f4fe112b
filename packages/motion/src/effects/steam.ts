import { withAlpha } from '../color/oklch.ts';
import { randomFrom } from '../random.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

/** Puffs a second and how long each lives; lanes they rise in. */
const PUFFS = 12;
const LIFE = 2.6;
const LANES = 3;
const STRONGEST = 0.34;
/** It has risen for so long when the shot begins. */
const AHEAD = 3;

/** Steam that rises from an opening: soft puffs that widen and sway. Numbers: `x`, `y` of the opening, its `width`, `rise`. */
export const steam: Effect = (context, layer, { seconds }) => {
  const [x, y, width, rise] = ['x', 'y', 'width', 'rise'].map((name) => numberOf(layer, name)) as [
    number,
    number,
    number,
    number,
  ];
  const color = colorOf(layer, 0);
  const now = seconds + AHEAD;
  const first = Math.floor((now - LIFE) * PUFFS);
  for (let puff = first; puff <= now * PUFFS; puff++) {
    const age = now - puff / PUFFS;
    const u = age / LIFE;
    if (u <= 0 || u >= 1) continue;
    const random = randomFrom(puff * 31 + 7);
    const lane = ((puff % LANES) - (LANES - 1) / 2) / LANES;
    const up = rise * u ** 0.85;
    const sway = Math.sin((5.2 * up) / rise + now * 0.9 + (puff % LANES) * 1.7) * width * (0.06 + 0.26 * u);
    const px = x + lane * width * (0.5 + 0.4 * u) + sway + (random() - 0.5) * width * 0.1;
    const radius = width * (0.11 + 0.3 * u) * (0.85 + random() * 0.4);
    const alpha = STRONGEST * Math.sin(Math.PI * u ** 0.7) ** 1.2;
    const gradient = context.createRadialGradient(0, 0, 0, 0, 0, 1);
    gradient.addColorStop(0, withAlpha(color, alpha));
    gradient.addColorStop(0.5, withAlpha(color, alpha * 0.45));
    gradient.addColorStop(1, withAlpha(color, 0));
    context.save();
    context.translate(px, y - up);
    context.scale(radius, radius * 1.5);
    context.fillStyle = gradient;
    context.fillRect(-1, -1, 2, 2);
    context.restore();
  }
};
