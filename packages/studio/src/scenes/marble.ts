import { mix, type Light } from '../color/light.ts';
import { createFractalNoise } from '../draw/noise.ts';
import { litWall, paintFlatLay, paintFloor, paintWall, type Surface } from './surface-scene.ts';
import { accent, tone, type PaintScenery, type Stage } from './stage.ts';

/** Polished stone with veins: a shelf before a calm wall, or the slab from above. */
export const paintMarble: PaintScenery = (stage) => {
  const isDark = stage.random() < 0.35;
  const surface = veined(stage, {
    stone: isDark ? tone(stage, 0.24, 0.02) : tone(stage, 0.93, 0.008),
    cloud: isDark ? tone(stage, 0.34, 0.03) : tone(stage, 0.83, 0.012),
    vein: isDark ? mix(accent(stage, 0.78, 0.1), [0.85, 0.66, 0.38], 0.82) : tone(stage, 0.55, 0.02),
    strength: isDark ? 0.5 : 0.85,
  });
  const wall = isDark
    ? litWall(stage, tone(stage, 0.42, 0.07), tone(stage, 0.14, 0.035))
    : litWall(stage, tone(stage, 0.93, 0.045), tone(stage, 0.7, 0.085));
  const isFlat = stage.staging === 'flat-lay';
  return {
    backdrop: isFlat
      ? paintFlatLay(stage, { surface, bright: 1.08, dim: 0.66, cell: 1 })
      : paintWall(stage, wall),
    floor: isFlat
      ? null
      : paintFloor(stage, {
          surface,
          wall,
          gloss: 0.42,
          bright: isDark ? 1.5 : 1.06,
          dim: isDark ? 0.7 : 0.74,
          poolRadius: 1.1,
          seam: 0.3,
          horizonSoftness: 0,
        }),
    set: null,
    sprites: [],
    light: {
      key: 0.6,
      exposure: 1,
      rim: isDark ? tone(stage, 0.85, 0.06) : null,
      ambient: isDark ? tone(stage, 0.4, 0.05) : tone(stage, 0.9, 0.03),
      shadow: isDark ? '0,0,0' : '34,28,30',
      shadowStrength: isDark ? 0.95 : 0.72,
      reflection: isFlat ? 0 : isDark ? 0.36 : 0.26,
      reflectionBlur: 0.005,
      castLength: 0,
    },
    isDark,
  };
};

interface Stone {
  stone: Light;
  cloud: Light;
  vein: Light;
  /** How clearly the veins show, 0–1. */
  strength: number;
}

/** Cloudy stone with a few strong veins and many thin ones, all bent the same way. */
function veined({ seed, random }: Stage, { stone, cloud, vein, strength }: Stone): Surface {
  const warp = createFractalNoise(seed, 5);
  const grainNoise = createFractalNoise(seed + 1, 4);
  const turn = random() * 0.8 + 0.3;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (u, v, footprint, out) => {
    const a = (u * cos - v * sin) * 1.1;
    const b = (u * sin + v * cos) * 1.1;
    const bend = warp(a * 0.9, b * 0.9) * 2.6;
    const clouds = grainNoise(a * 1.4 + bend * 0.4, b * 1.4);
    const ridge = Math.abs(warp(a * 0.6 + bend * 0.32 + 7, b * 1.5 - bend * 0.25) - 0.5);
    const fine = Math.abs(grainNoise(a * 2.3 - bend, b * 2 + 31) - 0.5);
    const detail = 1 / (1 + footprint * 0.14);
    const width = 0.012 + footprint * 0.004;
    const strong = Math.max(0, 1 - ridge / (width * 2.4)) ** 1.5 * (0.45 + clouds * 0.6);
    const thin = Math.max(0, 1 - fine / width) * 0.35;
    const amount = Math.min(1, (strong + thin) * detail);
    for (let channel = 0; channel < 3; channel += 1) {
      const base = stone[channel]! + (cloud[channel]! - stone[channel]!) * clouds ** 1.5;
      out[channel] = base + (vein[channel]! - base) * amount * strength;
    }
  };
}
