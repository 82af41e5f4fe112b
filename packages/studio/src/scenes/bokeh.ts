import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { blurred } from '../draw/blur.ts';
import { radial } from '../draw/gradients.ts';
import { createNoise } from '../draw/noise.ts';
import { rgbSampler } from '../draw/sampler.ts';
import { pick } from '../random.ts';
import { accentCss, tone, toneCss, type PaintScenery, type Sprite, type Stage } from './stage.ts';
import { paintFloor, paintWall, type Wall } from './surface-scene.ts';
import { css, setLight } from '../color/light.ts';

/** Night lights far out of focus, mirrored in a wet street. */
export const paintBokeh: PaintScenery = (stage) => {
  const { width, height, unit, horizonY, staging } = stage;
  const low = tone(stage, 0.27, 0.085);
  const high = tone(stage, 0.09, 0.03, -30);
  const lamps = drawLamps(stage);
  const isStanding = staging === 'floor';
  const skyline = isStanding ? horizonY : height;
  const night = (lights: Canvas): Wall => {
    const lampLight = rgbSampler(lights);
    return (x, y, out) => {
      const t = Math.min(1, y / skyline) ** 1.6;
      lampLight(x, y, out);
      for (let channel = 0; channel < 3; channel += 1) {
        out[channel] = out[channel]! * 1.15 + high[channel]! + (low[channel]! - high[channel]!) * t;
      }
    };
  };
  const mirrored = night(blurred(lamps, unit * 0.009));
  const ripple = createNoise(stage.seed + 3);
  const dark = tone(stage, 0.1, 0.025);
  const floor = isStanding
    ? paintFloor(stage, {
        surface: (_u, _v, _f, out) => setLight(out, dark),
        wall: (x, y, out) => {
          // Wet asphalt: the mirror image is drawn out downwards and broken by small waves.
          const depth = (horizonY - y) / unit;
          const wave = (ripple((x / unit) * 5, depth * 34) - 0.5) * unit * (0.012 + depth * 0.03);
          mirrored(x + wave, horizonY - depth * unit * 0.5 - unit * 0.02, out);
          for (let channel = 0; channel < 3; channel += 1) out[channel] = out[channel]! * 0.75;
        },
        gloss: 0.85,
        bright: 1.8,
        dim: 0.5,
        poolRadius: 0.8,
        seam: 0.5,
        horizonSoftness: 0.012,
        cell: 2,
        grain: 2.2,
      })
    : null;
  return {
    backdrop: paintWall(stage, night(lamps), { cell: 2, grain: 2.2 }),
    floor,
    set: null,
    sprites: nearLamps(stage, width, height),
    light: {
      key: 0.75,
      exposure: 1.02,
      rim: tone(stage, 0.86, 0.13, 15),
      ambient: tone(stage, 0.42, 0.12),
      shadow: '0,0,0',
      shadowStrength: 1,
      reflection: 0.42,
      reflectionBlur: 0.014,
      castLength: 0,
    },
    isDark: true,
  };
};

function lampColor(stage: Stage, alpha: number): string {
  return pick<() => string>(stage.random, [
    () => toneCss(stage, 0.78, 0.15, alpha),
    () => toneCss(stage, 0.82, 0.14, alpha, 28),
    () => css(0.88, 0.1, 75, alpha),
    () => css(0.82, 0.12, 62, alpha),
    () => css(0.93, 0.04, 85, alpha),
    () => accentCss(stage, 0.76, 0.12, alpha * 0.8),
  ])();
}

/** Half-size picture of all far lamps: small sharp ones far away, large faint ones nearer. */
function drawLamps(stage: Stage): Canvas {
  const { width, height, unit, random, horizonY, staging } = stage;
  const image = createCanvas(Math.ceil(width / 2), Math.ceil(height / 2));
  const context = image.getContext('2d');
  context.globalCompositeOperation = 'lighter';
  const bottom = staging === 'floor' ? horizonY : height;
  for (const { count, size, alpha, softness } of [
    { count: 90, size: 0.008, alpha: 0.75, softness: 0.002 },
    { count: 42, size: 0.022, alpha: 0.4, softness: 0.003 },
    { count: 26, size: 0.046, alpha: 0.24, softness: 0.0016 },
    { count: 12, size: 0.085, alpha: 0.13, softness: 0.0012 },
  ]) {
    const plane = createCanvas(image.width, image.height);
    const lamps = plane.getContext('2d');
    lamps.scale(0.5, 0.5);
    lamps.globalCompositeOperation = 'lighter';
    for (let i = 0; i < count; i += 1) {
      const radius = unit * size * (0.6 + random() * 0.8);
      // Lights gather above the horizon, as streets do.
      const y = bottom * (0.98 - 0.9 * random() ** 1.35);
      const strength = alpha * (0.25 + 0.75 * random() ** 2);
      drawDisc(lamps, random() * width, y, radius, lampColor(stage, strength));
    }
    context.drawImage(blurred(plane, Math.max(0.5, unit * softness * 0.5)), 0, 0);
  }
  return image;
}

/** The image of a point light through an open lens: an even disc with a brighter rim. */
function drawDisc(context: SKRSContext2D, x: number, y: number, radius: number, fill: string): void {
  const clear = fill.replace(/,[^,]*\)$/, ',0)');
  context.fillStyle = radial(context, x, y, radius, [
    [0, fill.replace(/,([^,]*)\)$/, (_, alpha: string) => `,${Number(alpha) * 0.6})`)],
    [0.72, fill.replace(/,([^,]*)\)$/, (_, alpha: string) => `,${Number(alpha) * 0.78})`)],
    [0.9, fill],
    [1, clear],
  ]);
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

/** A few large lamps before the lens, at the sides, that drift. */
function nearLamps(stage: Stage, width: number, height: number): Sprite[] {
  const { random, unit } = stage;
  return Array.from({ length: 7 }, () => {
    const radius = unit * (0.045 + random() * 0.06);
    const image = createCanvas(Math.ceil(radius * 2), Math.ceil(radius * 2));
    drawDisc(image.getContext('2d'), radius, radius, radius, lampColor(stage, 0.1));
    const x = (random() < 0.5 ? random() * 0.2 : 0.8 + random() * 0.2) * width;
    return {
      image,
      x,
      y: random() * height,
      depth: 1.7,
      driftX: (random() - 0.5) * 0.03,
      driftY: -0.008,
      phase: random() * 6,
    };
  });
}
