import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { mix, scale, setLight } from '../color/light.ts';
import { createFractalNoise, smoothstep } from '../draw/noise.ts';
import { dust } from './dust.ts';
import { paintFloor, paintWall, type Wall } from './surface-scene.ts';
import { tone, toneCss, type PaintScenery, type Stage } from './stage.ts';

/** A dark stage: haze, one strong beam from above and two thin ones, a gleam on the floor. */
export const paintSpotlight: PaintScenery = (stage) => {
  const { unit, product, horizonY, height, staging } = stage;
  const haze = createFractalNoise(stage.seed, 4);
  const dark = tone(stage, 0.1, 0.035);
  const glow = tone(stage, 0.56, 0.15);
  const beam = mix(tone(stage, 0.93, 0.06), [1, 0.93, 0.82], 0.5);
  const wall: Wall = (x, y, out) => {
    const dx = (x - product.centerX) / unit;
    const dy = (y - (product.baseY - product.height * 0.55)) / unit;
    const pool = Math.exp(-(dx * dx * 1.5 + dy * dy * 2.2) * 2.1);
    const smoke = 0.6 + 0.8 * haze((x / unit) * 2.4, (y / unit) * 3.1);
    const rays = beams(stage, x, y) * smoke;
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = dark[channel]! + glow[channel]! * pool * 0.62 * smoke + beam[channel]! * rays;
    }
  };
  const isStanding = staging === 'floor';
  const ground = tone(stage, 0.34, 0.06);
  return {
    backdrop: paintWall(stage, wall, { cell: 6, grain: 2 }),
    floor: isStanding
      ? paintFloor(stage, {
          surface: (_u, _v, _f, out) => setLight(out, ground),
          wall: (x, y, out) => {
            wall(x, y, out);
            const fade = smoothstep(0, height * 0.6, y) * 0.5;
            for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! * fade;
          },
          gloss: 0.5,
          bright: 2.6,
          dim: 0.1,
          poolRadius: 0.62,
          seam: 0.2,
          horizonSoftness: 0.035,
          cell: 4,
          grain: 2,
        })
      : null,
    set: isStanding ? gleam(stage) : null,
    sprites: dust(stage, { count: 26, color: toneCss(stage, 0.95, 0.05), maxY: horizonY }),
    light: {
      key: 0.85,
      exposure: 1.0,
      rim: scale(beam, 0.9),
      ambient: tone(stage, 0.35, 0.1),
      shadow: '0,0,0',
      shadowStrength: 1,
      reflection: 0.34,
      reflectionBlur: 0.012,
      castLength: 0,
    },
    isDark: true,
  };
};

/** Light of the three beams at a point, 0–1: narrow at the lamp, wide and soft at the floor. */
function beams({ width, height, product, unit }: Stage, x: number, y: number): number {
  const down = y / height;
  const one = (lamp: number, target: number, spread: number, strength: number) => {
    const center = lamp + (target - lamp) * Math.min(1, down / 0.8);
    const half = unit * (0.02 + spread * down);
    const off = Math.abs(x - center) / half;
    return strength * Math.exp(-(off ** 3) * 1.4) * Math.exp(-down * 1.9);
  };
  return (
    one(product.centerX, product.centerX, 0.44, 0.3) +
    one(product.centerX - width * 0.34, product.centerX - width * 0.04, 0.2, 0.16) +
    one(product.centerX + width * 0.34, product.centerX + width * 0.04, 0.2, 0.16)
  );
}

/** The bright ellipse the beam leaves around the product's foot. */
function gleam(stage: Stage): Canvas {
  const { width, height, product, unit } = stage;
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  context.translate(product.centerX, product.baseY);
  context.scale(1, 0.2);
  const radius = Math.min(unit * 0.62, product.width * 0.95);
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, radius);
  gradient.addColorStop(0, toneCss(stage, 0.86, 0.07, 0.5));
  gradient.addColorStop(0.55, toneCss(stage, 0.6, 0.1, 0.22));
  gradient.addColorStop(1, toneCss(stage, 0.4, 0.1, 0));
  context.fillStyle = gradient;
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
  return image;
}
