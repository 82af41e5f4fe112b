import { createFractalNoise, createNoise } from '../draw/noise.ts';
import { tone, type PaintScenery } from './stage.ts';
import { paintFlatLay, type Surface } from './surface-scene.ts';

/** From this mean lightness (OKLab) a product is pale: deep cloth would swallow it, pearly cloth carries it. */
const PALE = 0.72;

/** Satin in folds: broad waves, a sharp gleam along their crests, deep colour in the valleys. */
export const paintSilk: PaintScenery = (stage, { lightness }) => {
  const { lightSide, random } = stage;
  const drift = createNoise(stage.seed);
  const wrinkle = createFractalNoise(stage.seed + 2, 3);
  const turn = (0.5 + random() * 0.5) * lightSide;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const fold = (u: number, v: number): number => {
    const a = u * cos + v * sin;
    const b = -u * sin + v * cos;
    const bend = drift(a * 1.3 + 3, b * 0.7) * 1.9 + drift(a * 2.6, b * 1.2 + 8) * 0.5;
    const broad = Math.sin((a * 1.55 + bend) * 5.2);
    const narrow = Math.sin((a * 3.1 - b * 0.5 + bend * 1.8) * 5.2 + 1.3);
    return broad * 0.085 + narrow * 0.028 * (0.5 + drift(b, a)) + wrinkle(a * 5, b * 2.2) * 0.012;
  };
  const isPearly = lightness > PALE;
  const deep = isPearly ? tone(stage, 0.6, 0.09, -8) : tone(stage, 0.3, 0.11, -8);
  const body = isPearly ? tone(stage, 0.85, 0.07) : tone(stage, 0.62, 0.15);
  const gleam = tone(stage, 0.95, 0.045, 8);
  const step = 0.004;
  const surface: Surface = (u, v, _footprint, out) => {
    const here = fold(u, v);
    const nx = -(fold(u + step, v) - here) / step;
    const ny = -(fold(u, v + step) - here) / step;
    const length = Math.sqrt(nx * nx + ny * ny + 1);
    const facing = Math.max(0, (nx * lightSide * 0.55 - ny * 0.5 + 0.68) / length);
    const half = (nx * lightSide * 0.3 - ny * 0.28 + 0.91) / length;
    const shine = Math.max(0, half) ** 26;
    const shade = 0.12 + 0.98 * facing;
    for (let channel = 0; channel < 3; channel += 1) {
      const base = deep[channel]! + (body[channel]! - deep[channel]!) * Math.min(1, shade * 1.05);
      out[channel] = base * (0.6 + 0.5 * shade) + gleam[channel]! * shine * 0.55;
    }
  };
  return {
    backdrop: paintFlatLay(stage, { surface, bright: 1.1, dim: 0.68, cell: 2 }),
    floor: null,
    set: null,
    sprites: [],
    light: {
      key: 0.6,
      exposure: 1.03,
      rim: null,
      ambient: isPearly ? body : tone(stage, 0.62, 0.14),
      shadow: '30,6,14',
      shadowStrength: isPearly ? 0.6 : 0.9,
      reflection: 0,
      reflectionBlur: 0,
      castLength: 0.2,
    },
    isDark: false,
  };
};
