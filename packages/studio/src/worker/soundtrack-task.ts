import { writeFile } from 'node:fs/promises';
import { SAMPLE_RATE, type Stereo } from '../music/biquad.ts';
import { compose } from '../music/compose.ts';
import { duckBefore, fillHoles } from '../music/dynamics.ts';
import { master } from '../music/master.ts';
import { mixDown } from '../music/mix.ts';
import type { MoodId } from '../music/mood.ts';
import { MOODS } from '../music/moods.ts';
import { addSoundEffects, type SoundEffect } from '../music/sound-effects.ts';
import { synthesize } from '../music/synthesize.ts';
import { wavOf } from '../music/wav.ts';

export interface SoundtrackJob {
  mood: MoodId;
  seconds: number;
  seed: number;
  tempoBpm: number;
  cutsAtSeconds: readonly number[];
  effects: readonly SoundEffect[];
  pricesAtSeconds: readonly number[];
  outPath: string;
}

export interface SoundtrackFacts {
  /** Integrated loudness of the file. */
  lufs: number;
  /** Where the last chord falls. */
  finalSeconds: number;
}

/** A bar of intro is composed and cut off: the film opens on the drop. */
const INTRO_BEATS = 4;

/** See `renderSoundtrack`. */
export async function soundtrackTask(job: SoundtrackJob): Promise<SoundtrackFacts> {
  const known = MOODS.find((candidate) => candidate.id === job.mood);
  if (!known) throw new Error(`There is no mood "${job.mood}".`);
  // The film's beats are the music's: its tempo is no choice here.
  const mood = { ...known, bpm: [job.tempoBpm, job.tempoBpm] as const };
  const introSeconds = (INTRO_BEATS * 60) / job.tempoBpm;
  const seconds = job.seconds + introSeconds;
  const hits = [introSeconds, ...job.cutsAtSeconds.map((cut) => cut + introSeconds)];
  const score = compose(mood, seconds, job.seed, hits);
  const whole = mixDown(await synthesize(score, mood, seconds), score, mood);
  const mix = from(whole, Math.round(introSeconds * SAMPLE_RATE), Math.round(job.seconds * SAMPLE_RATE));
  const finalSeconds = score.form.finalSeconds - introSeconds;
  fillHoles(mix, finalSeconds);
  duckBefore(mix, job.pricesAtSeconds);
  addSoundEffects(mix, job.effects, score.tonic);
  const { mastered, lufs } = master(mix, mood.tiltDb, Math.min(1, (job.seconds - finalSeconds) * 0.6));
  await writeFile(job.outPath, wavOf(mastered));
  return { lufs, finalSeconds };
}

/** A part of a mix; its first 5 ms rise, so that the cut does not click. */
function from({ left, right }: Stereo, start: number, length: number): Stereo {
  const part = { left: left.slice(start, start + length), right: right.slice(start, start + length) };
  const rise = 0.005 * SAMPLE_RATE;
  for (let i = 0; i < rise; i += 1) {
    part.left[i] = part.left[i]! * (i / rise);
    part.right[i] = part.right[i]! * (i / rise);
  }
  return part;
}
