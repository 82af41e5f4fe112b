import { createCanvas } from '@napi-rs/canvas';
import { distance } from '../draw/distance.ts';
import { hueTowards } from '../color/scene-palettes.ts';
import { linear } from '../draw/gradients.ts';
import { createNoise, smoothstep } from '../draw/noise.ts';
import { tone, type PaintScenery, type Sprite, type Stage } from './stage.ts';
import { paintWall, type Wall } from './surface-scene.ts';
import { paintWord } from './word.ts';

const RAYS = 26;
const YELLOW = 92;

/** Rays from behind the product, a halftone rising from below, streaks of speed. */
export const paintEnergy: PaintScenery = (stage) => {
  const { unit, height, product } = stage;
  // Light runs to yellow and shade away from it: otherwise rays look dirty.
  const glow = hueTowards(YELLOW, stage.palette.hue, 30);
  const core = tone(stage, 0.83, 0.16, glow);
  const middle = tone(stage, 0.66, 0.21, glow / 5);
  const rim = tone(stage, 0.43, 0.17, -glow / 3);
  const noise = createNoise(stage.seed);
  const phase = stage.random() * Math.PI;
  const dot = unit * 0.021;
  const wall: Wall = (x, y, out) => {
    const dx = (x - product.centerX) / unit;
    const dy = (y - product.centerY) / unit;
    const away = distance(dx, dy);
    const angle = Math.atan2(dy, dx) + phase;
    const turn = (angle / (Math.PI * 2)) * RAYS;
    const wave = Math.abs(turn - Math.round(turn)) * 2;
    const width = 0.32 + 0.36 * noise(Math.round(turn) * 3.7, 5);
    const soft = 0.02 + 0.012 / Math.max(0.08, away);
    const ray = (1 - smoothstep(width - soft, width + soft, wave)) * smoothstep(0.12, 0.6, away) * 0.2;
    const far = smoothstep(0.05, 1.05, away);
    const near = 1 - smoothstep(0, 0.5, away);
    for (let channel = 0; channel < 3; channel += 1) {
      const base = middle[channel]! + (rim[channel]! - middle[channel]!) * far;
      const lit = base + (core[channel]! - base) * near * 0.9;
      out[channel] = lit + (core[channel]! - lit) * ray * 1.6;
    }
    // Halftone: dots on a turned grid that shrink as they rise.
    const rise = (height - y) / unit;
    const row = Math.floor(y / dot);
    const column = x / dot + (row % 2) * 0.5;
    const size = 0.46 * (1 - rise / 0.42);
    if (size > 0) {
      const cell = distance(column - Math.floor(column) - 0.5, y / dot - row - 0.5);
      const ink = (1 - smoothstep(size - 0.06, size + 0.06, cell)) * 0.55;
      for (let channel = 0; channel < 3; channel += 1)
        out[channel] = out[channel]! + (rim[channel]! - out[channel]!) * ink;
    }
  };
  return {
    backdrop: paintWall(stage, wall, { cell: 1, grain: 2 }),
    floor: null,
    set: paintWord(stage, { lightness: 0.99, chroma: 0.01 }),
    setDepth: 0.78,
    sprites: streaks(stage),
    light: {
      key: 0.6,
      exposure: 1.05,
      rim: tone(stage, 0.9, 0.1, 20),
      ambient: tone(stage, 0.7, 0.18),
      shadow: '60,4,12',
      shadowStrength: 0.72,
      reflection: 0,
      reflectionBlur: 0,
      castLength: 0,
    },
    isDark: false,
  };
};

/** Lines of speed: long, thin, fast; they stay clear of the product's middle. */
function streaks({ random, unit, width, height, product }: Stage): Sprite[] {
  return Array.from({ length: 18 }, () => {
    const length = unit * (0.08 + random() * 0.3);
    const thickness = Math.max(1.5, unit * (0.0014 + 0.004 * random() ** 2));
    const image = createCanvas(Math.ceil(length), Math.ceil(thickness) + 2);
    const context = image.getContext('2d');
    const alpha = 0.2 + 0.5 * random();
    context.fillStyle = linear(context, 0, 0, length, 0, [
      [0, 'rgba(255,255,255,0)'],
      [0.85, `rgba(255,255,255,${alpha})`],
      [1, 'rgba(255,255,255,0)'],
    ]);
    context.fillRect(0, 1, length, thickness);
    const above = random() < 0.5;
    const y = above
      ? random() * Math.max(unit * 0.1, product.centerY - product.height * 0.3)
      : product.centerY +
        product.height * 0.35 +
        random() * Math.max(unit * 0.1, height - product.centerY - product.height * 0.35);
    return {
      image,
      x: random() * width,
      y,
      depth: above ? 0.8 : 1.25,
      driftX: 0.06 + random() * 0.16,
      driftY: 0,
      phase: 0,
    };
  });
}
