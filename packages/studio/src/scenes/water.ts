import { mix, light, setLight } from '../color/light.ts';
import { hueTowards } from '../color/scene-palettes.ts';
import { distance } from '../draw/distance.ts';
import { sampledLight } from '../draw/field.ts';
import { createFractalNoise, createNoise, smoothstep } from '../draw/noise.ts';
import { accent, tone, type PaintScenery, type Stage } from './stage.ts';
import { paintFloor, paintWall, type Wall } from './surface-scene.ts';

/** Hues of evening skies; degrees in OKLCH. */
const TEAL = 205;
const NIGHT = 290;

/** A calm evening over water: the sky and the product stand on their heads in it, rings run out from the foot. */
export const paintWater: PaintScenery = (stage) => {
  const { horizonY, height, staging } = stage;
  const isStanding = staging === 'floor';
  const sky = sampledLight(stage, 4, eveningSky(stage, isStanding ? horizonY : height * 0.8));
  const deep = tone(stage, 0.16, 0.05);
  const floor = isStanding
    ? paintFloor(stage, {
        surface: (_u, _v, _f, out) => setLight(out, deep),
        wall: sky,
        gloss: 0,
        bright: 1,
        dim: 1,
        poolRadius: 1,
        seam: 0,
        horizonSoftness: 0.006,
        cell: 1,
        grain: 2,
        lightMap: ripples(stage, sky),
      })
    : null;
  return {
    backdrop: paintWall(stage, sky, { cell: 4, grain: 2 }),
    floor,
    set: null,
    sprites: [],
    light: {
      key: 0.7,
      exposure: 1,
      rim: mix([1, 0.82, 0.6], accent(stage, 0.85, 0.1), 0.35),
      ambient: tone(stage, 0.5, 0.1),
      shadow: '6,10,18',
      shadowStrength: 0.75,
      reflection: 0.5,
      reflectionBlur: 0.008,
      reflectionRipple: 0.012,
      castLength: 0,
    },
    isDark: true,
  };
};

/** The sky mirrored in swell and in rings that run out from the product's foot. */
function ripples({ unit, horizonY, product, seed }: Stage, sky: Wall): Wall {
  const noise = createNoise(seed + 4);
  const mirrored = new Float32Array(4);
  return (x, y, out) => {
    const depth = Math.max(0.001, (y - horizonY) / unit);
    const far = 1 / (0.04 + depth);
    const dx = (x - product.centerX) / unit;
    const dy = ((y - product.baseY) / unit) * 3.4;
    const fromFoot = distance(dx, dy);
    const inner = (product.width / unit) * 0.42;
    const ring =
      Math.sin((fromFoot - inner) * 52) *
      Math.exp(-Math.max(0, fromFoot - inner) * 4.2) *
      smoothstep(inner * 0.7, inner, fromFoot);
    const swell = noise(((x - product.centerX) / unit) * far * 1.5, far * 7) - 0.5;
    const small = noise(((x - product.centerX) / unit) * far * 5, far * 23 + 9) - 0.5;
    const slope = ring * 0.5 + swell * 0.55 + small * 0.4;
    sky(
      x + slope * unit * 0.02,
      Math.max(0, horizonY - (y - horizonY) * 0.85 + slope * unit * (0.02 + depth * 0.32)),
      mirrored,
    );
    const fresnel = 0.42 + 0.5 * Math.exp(-depth * 3.2) + ring * 0.1;
    for (let channel = 0; channel < 3; channel += 1) {
      out[channel] = out[channel]! + (mirrored[channel]! - out[channel]!) * Math.max(0, Math.min(1, fresnel));
    }
  };
}

/** Deep above, glowing at the horizon, a low sun in mist, long clouds. */
function eveningSky(stage: Stage, horizonY: number): Wall {
  const { unit, width, lightSide, seed } = stage;
  const clouds = createFractalNoise(seed, 5);
  const { hue } = stage.palette;
  // No evening sky is green; teal beside the sun's gold is. Above, every sky turns towards the night's violet.
  const toSky = hue > 100 && hue < TEAL ? TEAL - hue : 0;
  const top = tone(stage, 0.28, 0.09, toSky + hueTowards(NIGHT, hue + toSky, 70));
  const middle = tone(stage, 0.54, 0.115, toSky + hueTowards(NIGHT, hue + toSky, 18));
  const glow = mix(light(0.86, 0.115, 62), accent(stage, 0.84, 0.1), 0.3);
  const sunX = width / 2 - lightSide * unit * 0.42;
  const sunY = horizonY - unit * 0.11;
  return (x, y, out) => {
    const up = Math.max(0, (horizonY - y) / unit);
    const low = Math.exp(-up * 4.2);
    const mid = Math.exp(-up * 1.7);
    const dx = (x - sunX) / unit;
    const dy = (y - sunY) / unit;
    const halo = Math.exp(-(dx * dx + dy * dy) * 9) * 0.8 + Math.exp(-(dx * dx + dy * dy) * 260) * 0.9;
    const streak =
      smoothstep(0.48, 0.76, clouds((x / unit) * 1.2, (y / unit) * 5.4)) * smoothstep(0.02, 0.25, up) * 0.38;
    for (let channel = 0; channel < 3; channel += 1) {
      const base = top[channel]! + (middle[channel]! - top[channel]!) * mid;
      const lit = base + (glow[channel]! - base) * low * 0.85 + glow[channel]! * halo * 0.7;
      out[channel] = lit + (glow[channel]! * 0.85 - lit) * streak;
    }
  };
}
