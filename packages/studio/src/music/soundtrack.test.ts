import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSoundtrack } from '../music.ts';
import { SAMPLE_RATE, type Stereo } from './biquad.ts';
import { duckBefore } from './dynamics.ts';
import { integratedLufs } from './loudness.ts';
import { addSoundEffects, SOUND_EFFECTS } from './sound-effects.ts';

const CUTS = [1.88, 3.28, 5.16, 6.09];
const SECONDS = 10.8;
let dir = '';
let sound: Stereo;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'soundtrack-'));
  const outPath = path.join(dir, 'film.wav');
  const effects = CUTS.map((atSeconds) => ({ kind: 'whoosh', atSeconds, gain: 1, direction: 1 }) as const);
  await renderSoundtrack({
    mood: 'energetic',
    seconds: SECONDS,
    seed: 11,
    tempoBpm: 128,
    cutsAtSeconds: CUTS,
    effects,
    outPath,
  });
  sound = stereoOf(await readFile(outPath));
});

afterAll(() => rm(dir, { recursive: true, force: true }));

function stereoOf(wav: Buffer): Stereo {
  const data = wav.subarray(44);
  const read = (offset: number) =>
    Float32Array.from({ length: data.length / 4 }, (_, i) => data.readInt16LE(i * 4 + offset) / 32_768);
  return { left: read(0), right: read(2) };
}

function levelDb({ left, right }: Stereo, fromSeconds: number, toSeconds: number): number {
  const [from, to] = [Math.round(fromSeconds * SAMPLE_RATE), Math.round(toSeconds * SAMPLE_RATE)];
  let energy = 0;
  for (let i = from; i < to; i += 1) energy += left[i]! ** 2 + right[i]! ** 2;
  return 10 * Math.log10(energy / (to - from) / 2 + 1e-12);
}

const silence = (seconds: number): Stereo => ({
  left: new Float32Array(seconds * SAMPLE_RATE),
  right: new Float32Array(seconds * SAMPLE_RATE),
});

describe('the sound of a film', () => {
  test('is exactly as long as the film, at −16 LUFS', () => {
    expect(sound.left.length).toBe(Math.round(SECONDS * SAMPLE_RATE));
    expect(integratedLufs(sound)).toBeCloseTo(-16, 0);
  });

  test('opens loud: its first half second lies within 6 dB of the programme', () => {
    expect(levelDb(sound, 0, 0.5)).toBeGreaterThan(levelDb(sound, 0, SECONDS - 1.5) - 6);
  });

  test('has no hole of a second that lies 10 dB below the programme', () => {
    const programme = levelDb(sound, 0, SECONDS - 2);
    for (let at = 0; at < SECONDS - 3; at += 0.1)
      expect(levelDb(sound, at, at + 1)).toBeGreaterThan(programme - 10);
  });

  test('gets louder at every cut', () => {
    for (const cut of CUTS)
      expect(levelDb(sound, cut, cut + 0.1)).toBeGreaterThan(levelDb(sound, cut - 0.5, cut - 0.3));
  });
});

describe('effects', () => {
  test.each(SOUND_EFFECTS)('a %s is heard where it belongs, and is gone two seconds later', (kind) => {
    const mix = silence(4);
    addSoundEffects(mix, [{ kind, atSeconds: 1, gain: 1, direction: 1 }], 0);
    expect(levelDb(mix, 0.9, 1.3)).toBeGreaterThan(-60);
    expect(levelDb(mix, 3.2, 4)).toBeLessThan(-80);
    expect(mix.left.every((value) => Math.abs(value) < 1)).toBe(true);
  });

  test('a whoosh runs across with the picture', () => {
    const mix = silence(2);
    addSoundEffects(mix, [{ kind: 'whoosh', atSeconds: 1, gain: 1, direction: 1 }], 0);
    const side = (channel: Float32Array, from: number, to: number) =>
      levelDb({ left: channel, right: channel }, from, to);
    expect(side(mix.left, 0.75, 0.9)).toBeGreaterThan(side(mix.right, 0.75, 0.9));
    expect(side(mix.right, 1.08, 1.2)).toBeGreaterThan(side(mix.left, 1.08, 1.2));
  });

  test('the music breathes before a price', () => {
    const mix = silence(3);
    mix.left.fill(0.5);
    mix.right.fill(0.5);
    duckBefore(mix, [2]);
    expect(levelDb(mix, 1.75, 1.95) - levelDb(mix, 0, 1)).toBeCloseTo(-8, 0);
    expect(levelDb(mix, 2.05, 2.5)).toBeCloseTo(levelDb(mix, 0, 1), 1);
  });
});
