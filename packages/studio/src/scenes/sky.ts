import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { mix, light } from '../color/light.ts';
import { distance } from '../draw/distance.ts';
import { paintField } from '../draw/field.ts';
import { createFractalNoise, smoothstep } from '../draw/noise.ts';
import { tone, type PaintScenery, type Sprite, type Stage } from './stage.ts';
import { paintWall, type Wall } from './surface-scene.ts';

/** Above the clouds in the morning: open sky, a low sun, banks of cloud behind and before the product. */
export const paintSky: PaintScenery = (stage) => {
  const { unit, width, height, lightSide } = stage;
  const far = createFractalNoise(stage.seed, 6);
  const blue = mix(light(0.64, 0.125, 248), tone(stage, 0.68, 0.1), 0.12);
  const pale = mix(light(0.93, 0.035, 230), tone(stage, 0.95, 0.05), 0.35);
  const sun = mix([1.1, 1.0, 0.86], tone(stage, 0.96, 0.05), 0.25);
  const wall: Wall = (x, y, out) => {
    const v = y / height;
    const u = x / unit;
    const lift = smoothstep(0.05, 0.95, v);
    const dx = (x - width * (0.5 + lightSide * 0.34)) / unit;
    const dy = (y - height * 0.1) / unit;
    const glow = Math.exp(-(dx * dx + dy * dy) * 2.6) * 0.75;
    const density = far(u * 1.3 + 4, v * 3.1) * 0.72 + far(u * 3.1, v * 6.2 + 5) * 0.28;
    const cover = smoothstep(0.62 - v * 0.26, 0.8 - v * 0.2, density);
    const above =
      far(u * 1.3 + 4 + lightSide * 0.05, v * 3.1 - 0.14) * 0.72 + far(u * 3.1, v * 6.2 + 4.8) * 0.28;
    const lit = Math.max(0, Math.min(1, 0.62 + (density - above) * 3.2));
    for (let channel = 0; channel < 3; channel += 1) {
      const open = blue[channel]! + (pale[channel]! - blue[channel]!) * lift ** 1.4;
      const cloud = pale[channel]! * (0.66 + 0.1 * lift) + (sun[channel]! - pale[channel]! * 0.66) * lit;
      const air = open + (cloud - open) * cover * 0.92;
      out[channel] = air + sun[channel]! * glow * 0.5;
    }
  };
  return {
    backdrop: paintWall(stage, wall, { cell: 3, grain: 1.6 }),
    floor: null,
    set: null,
    sprites: cloudBanks(stage, pale, sun),
    light: {
      key: 0.6,
      exposure: 1.05,
      rim: [0.75, 0.72, 0.66],
      ambient: pale,
      shadow: '60,80,120',
      shadowStrength: 0,
      reflection: 0,
      reflectionBlur: 0,
      castLength: 0,
    },
    isDark: false,
  };
};

/** Cloud in the lower corners, before the product, drifting. */
function cloudBanks(stage: Stage, pale: readonly number[], sun: readonly number[]): Sprite[] {
  const { width, height, canvas, unit, product } = stage;
  const bottom = (height + canvas.height) / 2;
  return [-1, 1].map((side, i) => ({
    image: cloud(stage, i, pale, sun),
    x: width / 2 + side * Math.max(canvas.width * 0.3, product.width * 0.36),
    y: Math.min(bottom - unit * 0.07, product.baseY + unit * 0.05),
    depth: 1.35,
    driftX: -side * 0.012,
    driftY: 0,
    phase: i * 2,
  }));
}

function cloud(
  { unit, seed, lightSide }: Stage,
  index: number,
  pale: readonly number[],
  sun: readonly number[],
): Canvas {
  const noise = createFractalNoise(seed + 21 + index, 5);
  const width = Math.ceil(unit * 1.15);
  const height = Math.ceil(unit * 0.52);
  const field = paintField({ width, height, cell: 2, grain: 1.2 }, (x, y, out) => {
    const u = (x / width) * 2 - 1;
    const v = (y / height) * 2 - 1;
    const density = noise(u * 2.1, v * 1.6) + 0.55 - distance(u * 0.85, (v - 0.25) * 1.05);
    const toLight =
      noise(u * 2.1 + lightSide * 0.14, v * 1.6 - 0.2) +
      0.55 -
      distance((u + lightSide * 0.1) * 0.85, (v - 0.05) * 1.05);
    const lit = Math.max(0, Math.min(1, 0.6 + (density - toLight) * 1.6));
    for (let channel = 0; channel < 3; channel += 1)
      out[channel] = pale[channel]! * 0.72 + (sun[channel]! - pale[channel]! * 0.72) * lit;
    // The picture's own border must not show as an edge.
    const border = (1 - smoothstep(0.72, 0.98, Math.abs(u))) * (1 - smoothstep(0.66, 0.98, Math.abs(v)));
    out[3] = smoothstep(0.22, 0.62, density) * 0.97 * border;
  });
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(field, 0, 0);
  return canvas;
}
