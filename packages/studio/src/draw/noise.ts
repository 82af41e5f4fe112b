import { createRandom } from '../random.ts';

/** Smooth noise, 0–1; one unit is the size of its largest features. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

/** Value noise on a seeded lattice with quintic blending. */
export function createNoise(seed: number): Noise {
  const random = createRandom(seed);
  const lattice = Float32Array.from({ length: SIZE * SIZE }, () => random());
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const fx = fade(x - column);
    const fy = fade(y - row);
    const x0 = column & (SIZE - 1);
    const x1 = (column + 1) & (SIZE - 1);
    const y0 = (row & (SIZE - 1)) * SIZE;
    const y1 = ((row + 1) & (SIZE - 1)) * SIZE;
    const top = lattice[y0 + x0]! + (lattice[y0 + x1]! - lattice[y0 + x0]!) * fx;
    const bottom = lattice[y1 + x0]! + (lattice[y1 + x1]! - lattice[y1 + x0]!) * fx;
    return top + (bottom - top) * fy;
  };
}

/** Noise of several sizes added up, 0–1: clouds, plaster, stone. */
export function createFractalNoise(seed: number, octaves: number): Noise {
  const noise = createNoise(seed);
  const total = 2 - 2 ** (1 - octaves);
  return (x, y) => {
    let sum = 0;
    let weight = 1;
    let frequency = 1;
    for (let octave = 0; octave < octaves; octave += 1) {
      sum += noise(x * frequency + octave * 17.3, y * frequency + octave * 9.1) * weight;
      weight /= 2;
      frequency *= 2.03;
    }
    return sum / total;
  };
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
