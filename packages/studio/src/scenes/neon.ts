import { mix, scale, type Light, setLight } from '../color/light.ts';
import { distance } from '../draw/distance.ts';
import { createFractalNoise } from '../draw/noise.ts';
import { dust } from './dust.ts';
import { accent, tone, toneCss, type PaintScenery, type Stage } from './stage.ts';
import { paintFloor, paintWall, type Wall } from './surface-scene.ts';

/** A glowing ring on a dark wall, doubled by a polished floor, a second hue from the other side. */
export const paintNeon: PaintScenery = (stage) => {
  const { unit, product, staging, horizonY } = stage;
  const isStanding = staging === 'floor';
  const radius = Math.min(
    unit * 0.41,
    Math.max(unit * 0.27, Math.max(product.width * 0.6, product.height * 0.52)),
  );
  const centerY = isStanding
    ? Math.min(product.centerY - unit * 0.02, horizonY - radius * 0.55)
    : product.centerY;
  const glow = tone(stage, 0.68, 0.21);
  const second = accent(stage, 0.5, 0.17);
  const wall = ringWall(stage, { radius, centerY, glow, second });
  const ground = tone(stage, 0.11, 0.02);
  return {
    backdrop: paintWall(stage, wall, { cell: 2, grain: 2 }),
    floor: isStanding
      ? paintFloor(stage, {
          surface: (_u, _v, _f, out) => setLight(out, ground),
          wall,
          gloss: 0.62,
          bright: 1.4,
          dim: 0.6,
          poolRadius: 0.7,
          seam: 0.35,
          horizonSoftness: 0,
          cell: 2,
          grain: 2,
        })
      : null,
    set: null,
    sprites: dust(stage, { count: 16, color: toneCss(stage, 0.9, 0.1), maxY: horizonY }),
    light: {
      key: 0.6,
      exposure: 0.98,
      rim: scale(glow, 1.15),
      ambient: mix(glow, second, 0.3),
      shadow: '0,0,0',
      shadowStrength: 1,
      reflection: 0.4,
      reflectionBlur: 0.006,
      castLength: 0,
    },
    isDark: true,
  };
};

interface Ring {
  /** Pixels. */
  radius: number;
  centerY: number;
  glow: Light;
  /** Light of the other hue, from the side. */
  second: Light;
}

/** Rough plaster in the light of a glowing tube. */
function ringWall(stage: Stage, { radius, centerY, glow, second }: Ring): Wall {
  const { unit, product, width, lightSide } = stage;
  const plaster = createFractalNoise(stage.seed, 5);
  const dark = tone(stage, 0.13, 0.035);
  const core = mix(tone(stage, 0.96, 0.06), [1.2, 1.2, 1.2], 0.5);
  return (x, y, out) => {
    const dx = (x - product.centerX) / unit;
    const dy = (y - centerY) / unit;
    const off = Math.abs(distance(dx, dy) - radius / unit);
    const tube = Math.exp(-((off / 0.0062) ** 2));
    const near = Math.exp(-off / 0.022) * 0.8;
    const wide = 0.3 / (1 + (off / 0.085) ** 2);
    const side = Math.exp(-(((x - width * (0.5 - lightSide * 0.6)) / unit) ** 2) * 1.5) * 0.34;
    const texture = 0.8 + 0.4 * plaster((x / unit) * 6, (y / unit) * 6);
    for (let channel = 0; channel < 3; channel += 1) {
      const lit = dark[channel]! + glow[channel]! * wide + second[channel]! * side;
      out[channel] = lit * texture + glow[channel]! * near * 0.9 + core[channel]! * tube * 1.6;
    }
  };
}
