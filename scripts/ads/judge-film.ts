import { probeMedia } from '../../packages/compositor/src/probe-media.ts';
import { runFfmpeg, safeInput } from '../../packages/compositor/src/encode/run-ffmpeg.ts';
import { measureLoudness } from '../../packages/compositor/src/sound/render-audio.ts';
import type { Check } from '../../packages/motion/src/check/check-film.ts';
import { framesPerSecond } from '../../packages/motion/src/film.ts';
import { scheduleShots } from '../../packages/motion/src/film/schedule-shots.ts';
import type { Storyboard } from '../../packages/motion/src/storyboard.ts';

const SAMPLES_PER_SECOND = 8_000;
/** Sound is looked at in pieces of 10 ms. */
const PIECES_PER_SECOND = 100;
const CUT_WITHIN_PIECES = 4;
/** A transient: so much more energy than in the 50 ms before. */
const RISE = 1.35;
const LOUDNESS = { lufs: -14, within: 0.5, truePeakDb: -1 };
const OPENING = { seconds: 0.5, withinDb: 6 };
const GAP = { seconds: 1, belowDb: 10 };

/** A finished film against its storyboard: length, cuts on transients, opening, gaps and loudness of the sound. */
export async function judgeFilm(path: string, storyboard: Storyboard): Promise<Check[]> {
  const [media, loudness, levels] = await Promise.all([
    probeMedia(path, {}),
    measureLoudness(path, {}),
    levelsOf(path),
  ]);
  const schedule = scheduleShots(storyboard);
  const seconds = schedule.totalFrames / framesPerSecond;
  const cuts = schedule.shots.slice(1).map(({ startFrame }) => startFrame / framesPerSecond);
  const off = cuts.filter((cut) => !isOnTransient(levels, cut));
  const programme = decibels(mean(levels));
  const opening = decibels(mean(levels.slice(0, OPENING.seconds * PIECES_PER_SECOND)));
  const gap = longestBelow(levels, programme - GAP.belowDb) / PIECES_PER_SECOND;
  const check = (name: string, holds: boolean, detail: string): Check => ({ check: name, holds, detail });
  const filmSeconds = media.seconds;
  return [
    check(
      'length',
      Math.abs(filmSeconds - seconds) <= 0.1,
      `${filmSeconds.toFixed(2)} of ${seconds.toFixed(2)} s`,
    ),
    check('cuts on transients', off.length === 0, off.map((cut) => cut.toFixed(2)).join(' ')),
    check('sound opens', opening >= programme - OPENING.withinDb, `${(opening - programme).toFixed(1)} dB`),
    check('no gap', gap <= GAP.seconds, `${gap.toFixed(1)} s`),
    check(
      'loudness',
      Math.abs(loudness.lufs - LOUDNESS.lufs) <= LOUDNESS.within,
      `${loudness.lufs.toFixed(1)} LUFS`,
    ),
    check(
      'true peak',
      loudness.truePeakDbtp <= LOUDNESS.truePeakDb,
      `${loudness.truePeakDbtp.toFixed(1)} dBTP`,
    ),
  ];
}

/** Mean square of the sound, piece by piece. */
async function levelsOf(path: string): Promise<number[]> {
  const { stdout } = await runFfmpeg(
    {},
    {
      args: [
        ...safeInput(path),
        ...['-map', '0:a:0', '-ac', '1', '-ar', String(SAMPLES_PER_SECOND), '-f', 'f32le', 'pipe:1'],
      ],
    },
  );
  const bytes = Uint8Array.from(stdout);
  const samples = new Float32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4));
  const size = SAMPLES_PER_SECOND / PIECES_PER_SECOND;
  return Array.from({ length: Math.floor(samples.length / size) }, (_, index) =>
    mean([...samples.subarray(index * size, (index + 1) * size)].map((sample) => sample * sample)),
  );
}

/** Whether the sound rises sharply within 40 ms of a moment. */
function isOnTransient(levels: readonly number[], seconds: number): boolean {
  const at = Math.round(seconds * PIECES_PER_SECOND);
  for (let piece = at - CUT_WITHIN_PIECES; piece <= at + CUT_WITHIN_PIECES; piece++) {
    const before = mean(levels.slice(Math.max(0, piece - 5), Math.max(1, piece)));
    if ((levels[piece] ?? 0) > before * RISE) return true;
  }
  return false;
}

function longestBelow(levels: readonly number[], limitDb: number): number {
  let longest = 0;
  let run = 0;
  for (const level of levels) {
    run = decibels(level) < limitDb ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const decibels = (power: number) => 10 * Math.log10(Math.max(power, 1e-10));
