import { writeFile } from 'node:fs/promises';
import { compose } from '../music/compose.ts';
import { master } from '../music/master.ts';
import { mixDown } from '../music/mix.ts';
import type { MoodId } from '../music/mood.ts';
import { MOODS } from '../music/moods.ts';
import { synthesize } from '../music/synthesize.ts';
import { wavOf } from '../music/wav.ts';

export interface MusicJob {
  mood: MoodId;
  seconds: number;
  seed: number;
  hitsAtSeconds: readonly number[];
  outPath: string;
}

export interface MusicFacts {
  /** "C minor". */
  key: string;
  bpm: number;
  /** Integrated loudness of the file. */
  lufs: number;
  /** Where the full band comes in, and where the last chord falls. */
  dropSeconds: number;
  finalSeconds: number;
}

const TONICS = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];

/** See `renderMusic`. */
export async function musicTask({
  mood: id,
  seconds,
  seed,
  hitsAtSeconds,
  outPath,
}: MusicJob): Promise<MusicFacts> {
  const mood = MOODS.find((candidate) => candidate.id === id);
  if (!mood) throw new Error(`There is no mood "${id}".`);
  const score = compose(mood, seconds, seed, hitsAtSeconds);
  const mix = mixDown(await synthesize(score, mood, seconds), score, mood);
  const fadeSeconds = Math.min(1, (seconds - score.form.finalSeconds) * 0.6);
  const { mastered, lufs } = master(mix, mood.tiltDb, fadeSeconds);
  await writeFile(outPath, wavOf(mastered));
  const { bpm, dropSeconds, finalSeconds } = score.form;
  return { key: `${TONICS[score.tonic] ?? ''} ${mood.scale}`, bpm, dropSeconds, finalSeconds, lufs };
}
