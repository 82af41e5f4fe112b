import { clamp01, easeAt } from '../movement/eases.ts';
import { randomFrom } from '../random.ts';
import { colorOf, type Effect, numberOf } from './effect.ts';

const LINES = 5;
const STEP = 6;
/** The calm begins at this time and spreads. */
const CALM_SECONDS = 0.55;

/** The same jitter for a while, then another. */
function noise(line: number, at: number, tick: number): number {
  const random = randomFrom(line * 977 + at * 131 + tick * 7919 + 1);
  return random() * 2 - 1;
}

/**
 * Noisy lines that flatten outwards from the product. Numbers: `left` and `width` of the lines, `y`, `x` the calm spreads
 * from, `height` of the noise. Colour: the lines.
 */
export const quiet: Effect = (context, layer, { seconds, shotSeconds }) => {
  const [x, y, left, width, height] = ['x', 'y', 'left', 'width', 'height'].map((name) =>
    numberOf(layer, name),
  ) as [number, number, number, number, number];
  const spread = easeAt('inout', (seconds - CALM_SECONDS) / Math.max(0.8, shotSeconds * 0.42)) * width * 0.95;
  const edge = width * 0.2;
  const tick = Math.floor(seconds * 15);
  context.strokeStyle = colorOf(layer, 0);
  context.lineWidth = width * 0.006;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (let line = 0; line < LINES; line++) {
    const middle = y + (line - (LINES - 1) / 2) * height * 0.62;
    context.globalAlpha = 0.9 - Math.abs(line - (LINES - 1) / 2) * 0.18;
    context.beginPath();
    for (let i = 0; i * STEP <= width / 4 + STEP; i++) {
      const at = left + i * STEP * 4;
      const loud = clamp01((Math.abs(at - x) - spread + edge * 0.3) / edge);
      const swell = 0.45 + 0.55 * Math.abs(Math.sin(at * 0.004 + line * 1.3 + seconds * 2.2));
      const jump = (i % 2 === 1 ? 1 : -1) * (0.35 + 0.65 * Math.abs(noise(line, i, tick)));
      const py = middle + jump * swell * loud * height * 0.5;
      if (i === 0) context.moveTo(at, py);
      else context.lineTo(at, py);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
};
