import { setLight } from '../color/light.ts';
import { distance } from '../draw/distance.ts';
import { smoothstep } from '../draw/noise.ts';
import { pick } from '../random.ts';
import { accent, tone, type PaintScenery, type Stage } from './stage.ts';
import { paintWall, type Wall } from './surface-scene.ts';
import { paintWord } from './word.ts';

/** A sheet of coloured paper: how far a point lies outside it, in units (negative = on it). */
type Sheet = (x: number, y: number) => number;

/** How far beyond a sheet its shadow ends: its softness and its shift. */
const SHADOW_REACH = 0.08;

/** Bold sheets of colour laid over each other like cut paper, the product in front. */
export const paintColourBlock: PaintScenery = (stage) => {
  const ground = accent(stage, 0.74, 0.135);
  const sheets = layoutSheets(stage).map((outside, i) => ({
    outside,
    color: [tone(stage, 0.66, 0.165), tone(stage, 0.9, 0.075), accent(stage, 0.86, 0.1)][i] ?? ground,
  }));
  const { unit, width, height, lightSide } = stage;
  const wall: Wall = (x, y, out) => {
    setLight(out, ground);
    const u = (x - width / 2) / unit;
    const v = (y - height / 2) / unit;
    for (const { outside, color } of sheets) {
      const gap = outside(u, v);
      if (gap > SHADOW_REACH) continue;
      const cover = 1 - smoothstep(-0.7 / unit, 0.7 / unit, gap);
      // Paper shadow: the same outline, shifted away from the light and soft.
      const shade =
        cover === 1 ? 0 : 0.3 * (1 - smoothstep(-0.012, 0.05, outside(u + lightSide * 0.014, v - 0.02)));
      for (let channel = 0; channel < 3; channel += 1) {
        const under = out[channel]! * (1 - shade);
        out[channel] = under + (color[channel]! - under) * cover;
      }
    }
    const light = 1.05 + 0.1 * (u * lightSide - v) - 0.1 * (u * u + v * v);
    for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! * light;
  };
  return {
    backdrop: paintWall(stage, wall, { cell: 1, grain: 2 }),
    floor: null,
    set: paintWord(stage, { lightness: 0.27, chroma: 0.08 }), // Dark: it crosses pale sheets and strong ones.
    setDepth: 0.75,
    sprites: [],
    light: {
      key: 0.55,
      exposure: 1.04,
      rim: null,
      ambient: tone(stage, 0.8, 0.1),
      shadow: '40,14,30',
      shadowStrength: 0.78,
      reflection: 0,
      reflectionBlur: 0,
      castLength: 0,
    },
    isDark: false,
  };
};

/** Three compositions: a disc with a slanted field, an arch on stripes, an offset pair of discs. */
function layoutSheets({ random, product, width, height, unit }: Stage): Sheet[] {
  const cx = (product.centerX - width / 2) / unit;
  const cy = (product.centerY - height / 2) / unit;
  const size = Math.max(product.width, product.height) / unit;
  const disc =
    (x: number, y: number, radius: number): Sheet =>
    (u, v) =>
      distance(u - x, v - y) - radius;
  const slant = (turn: number, at: number): Sheet => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return (u, v) => u * cos + v * sin - at;
  };
  const ring =
    (x: number, y: number, radius: number, thickness: number): Sheet =>
    (u, v) =>
      Math.abs(distance(u - x, v - y) - radius) - thickness;
  const lean = random() < 0.5 ? 1 : -1;
  const radius = Math.max(0.27, Math.min(0.4, size * 0.52));
  return pick<() => Sheet[]>(random, [
    () => [slant(lean * 0.32, lean * 0.02), disc(cx, cy, radius), ring(cx, cy, radius * 1.18, 0.004)],
    () => [
      slant(Math.PI / 2 + lean * 0.12, 0.2),
      disc(cx + lean * radius * 0.3, cy - radius * 0.12, radius * 1.05),
      disc(cx - lean * radius * 1.05, cy + radius * 0.78, radius * 0.28),
    ],
    () => [
      slant(Math.PI + lean * 0.5, -0.16),
      arch(cx, cy, radius * 0.86, height / unit),
      ring(cx - lean * radius * 1.5, cy - radius * 0.9, radius * 0.2, 0.012),
    ],
  ])();
}

/** A doorway: straight to the bottom, round at the top. */
function arch(x: number, y: number, radius: number, down: number): Sheet {
  return (u, v) =>
    v < y - radius * 0.35
      ? distance(u - x, v - (y - radius * 0.35)) - radius
      : Math.max(Math.abs(u - x) - radius, v - down);
}
