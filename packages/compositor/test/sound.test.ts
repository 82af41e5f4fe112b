import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { levelDb, rate, samplesOf } from './listen.ts';
import { ffmpeg, makeClip, makeDir, makeTone, renderTimeline, smallCanvas } from './make-media.ts';

test('loudness is −14 LUFS ±0.5 and true peak at most −1.5 dBTP, measured on the file', async () => {
  await using dir = await makeDir();
  const quiet = await makeClip(join(dir.path, 'quiet.mp4'), { tone: 440, gainDb: -30, seconds: 2 });
  const silent = await makeClip(join(dir.path, 'silent.mp4'), { seconds: 2 });
  const music = join(dir.path, 'beats.wav');
  // Clicks twice a second over a soft pad: the peaks are 20 dB above the loudness.
  await ffmpeg([
    '-f',
    'lavfi',
    '-i',
    "aevalsrc='0.9*exp(-90*mod(t,0.5))*sin(2*PI*900*t)+0.03*sin(2*PI*220*t)':s=44100:d=10",
    music,
  ]);
  const { timeline, path } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: [quiet, silent].map((source, index) => ({ id: `${index}`, source, seconds: 2 })),
      audio: { music: { source: music } },
    },
    dir.path,
  );
  const { measured, reasons } = await inspect(path, timeline);
  expect(Math.abs(measured.lufs + 14)).toBeLessThanOrEqual(0.5);
  expect(measured.truePeakDbtp).toBeLessThanOrEqual(-1.5);
  expect(reasons).toEqual([]);
});

test('every clip is heard at its place and pitch, whatever its sample rate and channels', async () => {
  await using dir = await makeDir();
  const wishes = [
    { tone: 500, sound: ['-ar', '48000'] },
    { tone: 1000, sound: ['-ar', '44100', '-ac', '1'] },
    { tone: 2000, sound: ['-ar', '22050', '-ac', '2'] },
  ];
  const clips = await Promise.all(
    wishes.map(async (wish, index) => ({
      id: `${index}`,
      source: await makeClip(join(dir.path, `${index}.mp4`), { ...wish, seconds: 1.2 }),
      seconds: 1,
    })),
  );
  const { path } = await renderTimeline({ canvas: smallCanvas, clips }, dir.path);
  const samples = await samplesOf(path);
  expect(Math.abs(samples.length - 3 * rate)).toBeLessThanOrEqual(1024);
  for (const [index, { tone }] of wishes.entries()) {
    const here = levelDb(samples, tone, index + 0.2, 0.6);
    for (const other of wishes.filter((wish) => wish.tone !== tone)) {
      expect(here - levelDb(samples, other.tone, index + 0.2, 0.6)).toBeGreaterThan(30);
    }
  }
});

test('music is looped to the end and fades out over the last second', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'silent.mp4'), { seconds: 4 });
  const music = await makeTone(join(dir.path, 'short.mp3'), 600, 1.5);
  const { path } = await renderTimeline(
    { canvas: smallCanvas, clips: [{ id: 'a', source, seconds: 4 }], audio: { music: { source: music } } },
    dir.path,
  );
  const samples = await samplesOf(path);
  const early = levelDb(samples, 600, 0.3, 0.2);
  expect(Math.abs(levelDb(samples, 600, 2.6, 0.2) - early)).toBeLessThan(2);
  expect(levelDb(samples, 600, 3.4, 0.1)).toBeLessThan(early - 1);
  expect(levelDb(samples, 600, 3.95, 0.04)).toBeLessThan(early - 15);
});

test('music steps back under speech by at most the wanted decibels, and comes back without a jump', async () => {
  await using dir = await makeDir();
  const speech = await makeClip(join(dir.path, 'speech.mp4'), { tone: 400, seconds: 3 });
  const silent = await makeClip(join(dir.path, 'silent.mp4'), { seconds: 3 });
  const music = await makeTone(join(dir.path, 'music.wav'), 3000, 12);
  const { path } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: [silent, speech, silent].map((source, index) => ({ id: `${index}`, source, seconds: 3 })),
      audio: { music: { source: music, duckDb: 9, gainDb: -6 } },
    },
    dir.path,
  );
  const samples = await samplesOf(path);
  const before = levelDb(samples, 3000, 1, 1);
  const under = levelDb(samples, 3000, 4, 1.5);
  const after = levelDb(samples, 3000, 7.6, 0.3);
  expect(before - under).toBeGreaterThan(5);
  expect(before - under).toBeLessThan(9.5);
  expect(Math.abs(after - before)).toBeLessThan(1.5);
  const steps = Array.from({ length: 40 }, (_, index) => levelDb(samples, 3000, 5.5 + 0.05 * index, 0.05));
  const jumps = steps.slice(1).map((level, index) => Math.abs(level - (steps[index] ?? level)));
  expect(Math.max(...jumps)).toBeLessThan(2.5);
});

test('an ad without any sound gets a silent track and passes', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'silent.mp4'));
  const { timeline, path } = await renderTimeline(
    { canvas: smallCanvas, clips: [{ id: 'a', source, seconds: 1 }] },
    dir.path,
  );
  const { verdict, measured } = await inspect(path, timeline);
  expect(verdict).toBe('passed');
  expect(measured.audioSeconds).toBeCloseTo(1, 2);
});

test('a crossfade of the picture crossfades the sound too', async () => {
  await using dir = await makeDir();
  const [low, high] = [
    await makeClip(join(dir.path, 'low.mp4'), { tone: 500, seconds: 2 }),
    await makeClip(join(dir.path, 'high.mp4'), { tone: 1500, seconds: 2 }),
  ];
  const clips = [low, high].map((source, index) => ({ id: `${index}`, source, seconds: 2 }));
  const { path } = await renderTimeline(
    { canvas: smallCanvas, clips, joins: [{ style: 'crossfade', seconds: 1 }] },
    dir.path,
  );
  const samples = await samplesOf(path);
  const middle = [levelDb(samples, 500, 1.45, 0.1), levelDb(samples, 1500, 1.45, 0.1)];
  expect(Math.abs((middle[0] ?? 0) - (middle[1] ?? 0))).toBeLessThan(2);
  expect(levelDb(samples, 500, 1.1, 0.1)).toBeGreaterThan(levelDb(samples, 1500, 1.1, 0.1) + 6);
});
