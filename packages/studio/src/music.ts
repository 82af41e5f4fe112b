import { MOOD_IDS, type MoodId } from './music/mood.ts';
import { moodFor } from './music/mood-for.ts';
import { MOODS } from './music/moods.ts';
import { runWorker } from './run-worker.ts';
import type { ImportedTrack } from './worker/import-track-task.ts';
import type { SoundEffect } from './music/sound-effects.ts';
import type { MusicFacts } from './worker/music-task.ts';
import type { SoundtrackFacts } from './worker/soundtrack-task.ts';

export { MOOD_IDS, MOODS, moodFor, type MoodId };

export interface RenderMusicOptions {
  mood: MoodId;
  /** Length of the file, exact to the sample, 2–120 s. */
  seconds: number;
  seed: number;
  /** Times of the cuts: the drop falls on one of them, and each gets an accent. */
  hitsAtSeconds?: readonly number[];
  /** Ends in .wav. */
  outPath: string;
  signal?: AbortSignal;
}

export type Music = MusicFacts & { path: string; seconds: number; mood: MoodId };

/** Composes and plays a piece in a child process: WAV, 48 kHz, stereo, 16 bit, −16 LUFS, about 2 s for 15 s of music. */
export async function renderMusic({
  mood,
  seconds,
  seed,
  hitsAtSeconds = [],
  outPath,
  signal,
}: RenderMusicOptions): Promise<Music> {
  if (!(seconds >= 2 && seconds <= 120)) throw new RangeError('Music is 2 to 120 seconds long.');
  const facts = await runWorker('music', { mood, seconds, seed, hitsAtSeconds, outPath }, { signal });
  return { ...facts, path: outPath, seconds, mood };
}

export interface RenderSoundtrackOptions {
  mood: MoodId;
  /** Length of the film, 2–120 s. */
  seconds: number;
  seed: number;
  /** The film's beats are the music's. */
  tempoBpm: number;
  /** The drop is the first frame; each cut gets an accent. */
  cutsAtSeconds: readonly number[];
  /** What is heard because it is seen. */
  effects: readonly SoundEffect[];
  /** The music breathes before each of these moments. */
  pricesAtSeconds?: readonly number[];
  /** Ends in .wav. */
  outPath: string;
  signal?: AbortSignal;
}

export type Soundtrack = SoundtrackFacts & { path: string; seconds: number };

/**
 * Composes, plays and mixes the sound of a film in a child process: music that opens on its drop, without a hole, with
 * accents on the cuts, a breath before a price and effects on the moves. WAV, 48 kHz, stereo, 16 bit, −16 LUFS.
 */
export async function renderSoundtrack({ signal, ...options }: RenderSoundtrackOptions): Promise<Soundtrack> {
  const { seconds, outPath, pricesAtSeconds = [] } = options;
  if (!(seconds >= 2 && seconds <= 120)) throw new RangeError('A soundtrack is 2 to 120 seconds long.');
  const facts = await runWorker('soundtrack', { ...options, pricesAtSeconds }, { signal });
  return { ...facts, path: outPath, seconds };
}

export interface ImportMusicOptions {
  /** An uploaded mp3, wav, m4a, ogg or flac of at most 20 MB and 15 minutes. */
  path: string;
  /** Where the re-encoded WAV goes. */
  outPath: string;
  signal?: AbortSignal;
  ffmpegPath?: string;
  ffprobePath?: string;
}

/** Checks an uploaded track and writes it anew as WAV, 48 kHz, stereo. Throws `MusicRefused` with a sentence for the user. */
export async function importMusic(options: ImportMusicOptions): Promise<ImportedTrack> {
  const { path, outPath, signal, ffmpegPath = 'ffmpeg', ffprobePath = 'ffprobe' } = options;
  return runWorker('import-track', { path, outPath, ffmpegPath, ffprobePath }, { signal });
}
