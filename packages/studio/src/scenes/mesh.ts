import { setLight } from '../color/light.ts';
import { accent, tone, type PaintScenery } from './stage.ts';
import { createNoise } from '../draw/noise.ts';
import { paintWall, type Wall } from './surface-scene.ts';

/** Blended light of two or three hues that flows like mist. */
export const paintMesh: PaintScenery = (stage) => {
  const { unit, width, height, random } = stage;
  const noise = createNoise(stage.seed);
  const ground = tone(stage, 0.86, 0.075);
  const lights = [
    { color: tone(stage, 0.97, 0.03), x: 0.5, y: 0.46, radius: 0.5, weight: 1.4 },
    { color: tone(stage, 0.72, 0.17), x: 0.12, y: 0.85, radius: 0.55, weight: 1.2 },
    { color: accent(stage, 0.76, 0.16), x: 0.9, y: 0.12, radius: 0.55, weight: 1.25 },
    { color: tone(stage, 0.78, 0.14, 32), x: 0.08, y: 0.1, radius: 0.42, weight: 0.9 },
    { color: accent(stage, 0.86, 0.1), x: 0.92, y: 0.9, radius: 0.5, weight: 0.9 },
  ].map((spot) => ({ ...spot, x: spot.x + (random() - 0.5) * 0.16, y: spot.y + (random() - 0.5) * 0.16 }));
  const wall: Wall = (x, y, out) => {
    const u = x / unit;
    const v = y / unit;
    const bendX = (noise(u * 1.1, v * 1.1) - 0.5) * 0.34;
    const bendY = (noise(u * 1.1 + 40, v * 1.1 + 9) - 0.5) * 0.34;
    let total = 0.35;
    setLight(out, ground);
    for (let channel = 0; channel < 3; channel += 1) out[channel] = ground[channel]! * total;
    for (const spot of lights) {
      const dx = (x / width - spot.x) * (width / unit) + bendX;
      const dy = (y / height - spot.y) * (height / unit) + bendY;
      const weight = spot.weight * Math.exp(-(dx * dx + dy * dy) / (spot.radius * spot.radius));
      total += weight;
      for (let channel = 0; channel < 3; channel += 1)
        out[channel] = out[channel]! + spot.color[channel]! * weight;
    }
    for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! / total;
  };
  return {
    backdrop: paintWall(stage, wall, { cell: 8, grain: 3 }),
    floor: null,
    set: null,
    sprites: [],
    light: {
      key: 0.5,
      exposure: 1.03,
      rim: null,
      ambient: tone(stage, 0.9, 0.07),
      shadow: '52,26,60',
      shadowStrength: 0.62,
      reflection: 0,
      reflectionBlur: 0,
      castLength: 0,
    },
    isDark: false,
  };
};
