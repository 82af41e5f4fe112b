import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { mix, type Light } from '../color/light.ts';
import { blurred } from '../draw/blur.ts';
import { createFractalNoise } from '../draw/noise.ts';
import { sampler } from '../draw/sampler.ts';
import { paintFlatLay, paintFloor, paintWall, type Surface, type Wall } from './surface-scene.ts';
import { tone, type PaintScenery, type Scenery, type Stage } from './stage.ts';

/** How much brighter sun is than shade. */
const SUN = 0.95;
const SHADE = 0.56;

/** Plaster in late sun that falls through a window and some leaves. */
export const paintWindow: PaintScenery = (stage) => {
  const sun = sampler(drawSunlight(stage));
  const isStanding = stage.staging === 'floor';
  return {
    ...(isStanding ? wallAndFloor(stage, sun) : { backdrop: sunlitTable(stage, sun), floor: null }),
    set: null,
    sprites: [],
    light: {
      key: 0.75,
      exposure: 1.03,
      rim: warmth(stage),
      ambient: tone(stage, 0.85, 0.06),
      shadow: '46,22,20',
      shadowStrength: 0.86,
      reflection: isStanding ? 0.04 : 0,
      reflectionBlur: 0.012,
      castLength: 0.95,
    },
    isDark: false,
  };
};

/** Share of the sun that arrives at a point in layer pixels, 0–1. */
type Sun = ReturnType<typeof sampler>;
type LightUp = (out: Float32Array, color: readonly number[], amount: number, grain?: number) => void;

function warmth(stage: Stage): Light {
  return mix([1.06, 0.98, 0.84], tone(stage, 0.95, 0.04), 0.2);
}

/** Warm sun and cool shade on a colour. */
function daylight(stage: Stage): LightUp {
  const warm = warmth(stage);
  const cool = mix([0.82, 0.86, 0.98], tone(stage, 0.8, 0.06), 0.45);
  return (out, color, amount, grain = 1) => {
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = color[channel]! * grain * (cool[channel]! * SHADE + warm[channel]! * SUN * amount);
    }
  };
}

/** The painted ground that the light falls on. */
function plastered(stage: Stage): Surface {
  const color = tone(stage, 0.87, 0.06);
  const plaster = createFractalNoise(stage.seed, 5);
  return (u, v, footprint, out) => {
    const texture = 0.94 + (0.12 * plaster(u * 7, v * 7)) / (1 + footprint * 0.05);
    for (let channel = 0; channel < 3; channel += 1) out[channel] = color[channel]! * texture;
  };
}

function sunlitTable(stage: Stage, sun: Sun): Canvas {
  const { unit, width, height } = stage;
  const lightUp = daylight(stage);
  const ground = plastered(stage);
  const surface: Surface = (u, v, footprint, out) => {
    ground(u, v, footprint, out);
    lightUp(out, [...out], sun(u * unit + width / 2, v * unit + height / 2));
  };
  return paintFlatLay(stage, { surface, bright: 1.06, dim: 0.92, cell: 2, grain: 2 });
}

function wallAndFloor(stage: Stage, sun: Sun): Pick<Scenery, 'backdrop' | 'floor'> {
  const { unit, horizonY, lightSide } = stage;
  const lightUp = daylight(stage);
  const plaster = createFractalNoise(stage.seed, 5);
  const color = tone(stage, 0.88, 0.055);
  const wall: Wall = (x, y, out) => {
    const texture = 0.93 + 0.14 * plaster((x / unit) * 5, (y / unit) * 5);
    lightUp(out, color, sun(x, y), texture);
  };
  const floor = paintFloor(stage, {
    surface: plastered(stage),
    wall,
    gloss: 0.05,
    bright: 1,
    dim: 0.94,
    poolRadius: 1,
    seam: 0.3,
    horizonSoftness: 0,
    cell: 2,
    grain: 2,
    // The sun lies flatter on the floor than it stands on the wall.
    lightMap: (x, y, out) => {
      const depth = y - horizonY;
      lightUp(out, [...out], sun(x + lightSide * depth * 0.9, horizonY - unit * 0.02 + depth * 1.5));
    },
  });
  return { backdrop: paintWall(stage, wall, { cell: 2, grain: 2 }), floor };
}

/** White where the sun falls: two columns of panes, slanted, and two fronds before them. */
function drawSunlight(stage: Stage): Canvas {
  const { width, height, unit, lightSide, product, random } = stage;
  const scale = 0.5;
  const image = createCanvas(Math.ceil(width * scale), Math.ceil(height * 1.5 * scale));
  const context = image.getContext('2d');
  context.fillStyle = '#000';
  context.fillRect(0, 0, image.width, image.height);
  context.scale(scale, scale);
  context.save();
  context.translate(product.centerX - lightSide * unit * 0.06, height * 0.42);
  context.transform(1, 0.1 * lightSide, 0.42 * lightSide, 1, 0, 0);
  context.fillStyle = '#fff';
  const pane = { width: unit * 0.5, height: unit * 0.4 };
  for (let column = -1; column < 1; column += 1) {
    for (let row = -2; row < 4; row += 1) {
      context.fillRect(column * pane.width * 1.07, row * pane.height * 1.08, pane.width, pane.height);
    }
  }
  context.restore();
  context.fillStyle = '#000';
  const edge = product.centerX + lightSide * unit * 0.82;
  for (const [y, length, turn] of [
    [height * (0.02 + random() * 0.08), unit * 0.72, 2.35],
    [height * (0.36 + random() * 0.08), unit * 0.6, 2.95],
  ] as const) {
    drawFrond(context, edge, y, length, lightSide > 0 ? turn : Math.PI - turn);
  }
  return blurred(image, unit * 0.0075 * scale);
}

function drawFrond(context: SKRSContext2D, x: number, y: number, length: number, turn: number): void {
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  for (let i = 0; i < 15; i += 1) {
    const t = i / 14;
    for (const side of [-1, 1]) {
      context.save();
      context.translate(length * t, Math.sin(t * 1.2) * length * 0.08);
      context.rotate(side * (1.05 - 0.55 * t));
      const leaf = length * 0.42 * Math.sin(Math.PI * (0.12 + 0.8 * t));
      context.beginPath();
      context.moveTo(0, 0);
      context.quadraticCurveTo(leaf * 0.5, -leaf * 0.1, leaf, 0);
      context.quadraticCurveTo(leaf * 0.5, leaf * 0.1, 0, 0);
      context.fill();
      context.restore();
    }
  }
  context.restore();
}
