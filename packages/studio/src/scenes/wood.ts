import { mix, light, type Light } from '../color/light.ts';
import { distance } from '../draw/distance.ts';
import { createFractalNoise, createNoise, smoothstep } from '../draw/noise.ts';
import { paintFlatLay, paintFloor, paintWall, type Surface, type Wall } from './surface-scene.ts';
import { accent, tone, type PaintScenery, type Stage } from './stage.ts';

const PLANK = 0.34;

/** A wooden table; behind it a room in soft focus: a bright window, some green, a warm lamp. */
export const paintWood: PaintScenery = (stage) => {
  const { unit, width, horizonY, lightSide, random } = stage;
  const walnut = random() < 0.45;
  const pale = walnut ? light(0.5, 0.06, 52) : light(0.76, 0.07, 68);
  const deep = walnut ? light(0.31, 0.05, 45) : light(0.58, 0.085, 58);
  const surface = planks(stage, pale, deep);
  const isFlat = stage.staging === 'flat-lay';
  const wall = room(stage);
  return {
    backdrop: isFlat
      ? paintFlatLay(stage, { surface, bright: 1.12, dim: 0.6 })
      : paintWall(stage, wall, { cell: 4 }),
    floor: isFlat
      ? null
      : paintFloor(stage, {
          surface,
          wall,
          gloss: 0.2,
          bright: 1.15,
          dim: 0.62,
          poolRadius: 0.95,
          seam: 0,
          horizonSoftness: 0.004,
          lightMap: (x, y, out) => {
            // A sheen where the table mirrors the window.
            const dx = (x - (width / 2 + lightSide * unit * 0.5)) / unit;
            const dy = (y - horizonY) / unit;
            const sheen = 0.2 * Math.exp(-dx * dx * 5 - dy * 3.2);
            for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! + sheen;
          },
        }),
    set: null,
    sprites: [],
    light: {
      key: 0.7,
      exposure: 1.03,
      rim: [0.95, 0.86, 0.7],
      ambient: mix(pale, tone(stage, 0.8, 0.06), 0.4),
      shadow: '30,14,6',
      shadowStrength: 0.88,
      reflection: isFlat ? 0 : 0.09,
      reflectionBlur: 0.014,
      castLength: isFlat ? 0.5 : 0.7,
    },
    isDark: false,
  };
};

/** Boards side by side, each with its own tint, rings, pores and a dark joint. */
function planks(stage: Stage, pale: Light, deep: Light): Surface {
  const grain = createFractalNoise(stage.seed, 4);
  const streaks = createNoise(stage.seed + 5);
  const pores = createNoise(stage.seed + 9);
  return (u, v, footprint, out) => {
    const across = u / PLANK + 40.37;
    const plank = Math.floor(across);
    const inPlank = across - plank;
    const shift = plank * 7.31;
    const wave = grain(inPlank * 1.1 + shift, v * 0.55 + shift) * 3.4 + inPlank * 1.7;
    const rings = 0.5 + 0.5 * Math.sin(wave * 17);
    const figure = rings ** 1.6;
    const fine = streaks(u * 150 + shift, v * 2.4) * 0.5 + pores(u * 330, v * 9 + shift) * 0.5;
    const detail = 1 / (1 + footprint * 0.09);
    const tint = (streaks(plank * 3.3, 1.5) - 0.5) * 0.45;
    const mottle = (grain(u * 0.9, v * 0.9 + shift) - 0.5) * 0.5;
    const amount = Math.max(
      0,
      Math.min(1, 0.45 + (figure - 0.4) * 0.42 * detail + (fine - 0.5) * 0.42 * detail + tint + mottle),
    );
    const joint =
      1 - 0.6 * detail * (1 - smoothstep(0.002, 0.012 + footprint * 0.002, Math.min(inPlank, 1 - inPlank)));
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = (pale[channel]! + (deep[channel]! - pale[channel]!) * amount) * joint;
    }
  };
}

/** A room far out of focus: everything is a soft box or a soft disc of light. */
function room(stage: Stage): Wall {
  const { unit, width, horizonY, lightSide, random } = stage;
  const ground = mix(tone(stage, 0.6, 0.06), light(0.58, 0.05, 70), 0.5);
  const dusk = mix(tone(stage, 0.4, 0.055), light(0.36, 0.05, 60), 0.5);
  const green = light(0.52, 0.09, 135);
  const pane = { y: -0.36, h: 0.3, color: [1.15, 1.08, 0.96] as const, soft: 0.06 };
  const boxes = [
    { ...pane, x: lightSide * 0.56, w: 0.24, strength: 1 },
    { ...pane, x: lightSide * 1.1, w: 0.22, strength: 0.9 },
    { x: -lightSide * 0.75, y: -0.1, w: 0.34, h: 0.12, color: dusk, strength: 0.75, soft: 0.07 },
    { x: -lightSide * 0.3, y: -0.44, w: 0.3, h: 0.03, color: dusk, strength: 0.4, soft: 0.05 },
  ];
  const blobs = Array.from({ length: 16 }, (_, i) => ({
    x:
      (i < 9 ? lightSide * (0.25 + random() * 0.3) : -lightSide * (0.9 + random() * 0.4)) +
      (random() - 0.5) * 0.1,
    y: -0.04 - random() * (i < 9 ? 0.22 : 0.4),
    radius: 0.05 + random() * 0.06,
    color: i < 12 ? mix(green, [0.5, 0.6, 0.25], random() * 0.5) : accent(stage, 0.72, 0.13),
    strength: 0.3 + random() * 0.35,
  }));
  const lamps = Array.from({ length: 5 }, () => ({
    x: -lightSide * (0.2 + random() * 1.0),
    y: -0.28 - random() * 0.3,
    radius: 0.028 + random() * 0.03,
  }));
  return (x, y, out) => {
    const u = (x - width / 2) / unit;
    const v = (y - horizonY) / unit;
    const fall = smoothstep(-0.9, 0.1, v);
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] =
        ground[channel]! + (dusk[channel]! - ground[channel]!) * (0.35 + 0.4 * fall - 0.25 * u * lightSide);
    }
    for (const { x: bx, y: by, w, h, color, strength, soft } of boxes) {
      const inside =
        (1 - smoothstep(w - soft, w + soft, Math.abs(u - bx))) *
        (1 - smoothstep(h - soft, h + soft, Math.abs(v - by)));
      if (inside > 0) blend(out, color, inside * strength);
    }
    for (const { x: bx, y: by, radius, color, strength } of blobs) {
      const inside = 1 - smoothstep(radius * 0.6, radius * 1.3, distance(u - bx, v - by));
      if (inside > 0) blend(out, color, inside * strength);
    }
    for (const { x: bx, y: by, radius } of lamps) {
      const inside = 1 - smoothstep(radius * 0.82, radius * 1.1, distance(u - bx, v - by));
      if (inside > 0) blend(out, [1.1, 0.86, 0.55], inside * 0.42);
    }
  };
}

function blend(out: Float32Array, color: readonly number[], amount: number): void {
  for (let channel = 0; channel < 3; channel += 1)
    out[channel] = out[channel]! + (color[channel]! - out[channel]!) * amount;
}
