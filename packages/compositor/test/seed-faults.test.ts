import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { levelDb, samplesOf } from './listen.ts';
import { makeClip, makeDir, makeTone, renderTimeline, smallCanvas } from './make-media.ts';
import { seedPipeline } from './seed-pipeline.ts';

// Each fault of the pipeline we replace, shown twice: it has it, this package has not.

interface Facts {
  frames: number;
  videoSeconds: number;
  audioSeconds: number;
  startSeconds: number;
  pixelFormat: string;
  profile: string;
  range: string;
  matrix: string;
  aspect: string;
}

async function factsOf(file: string): Promise<Facts> {
  const { stdout } = await execa('ffprobe', [
    '-v',
    'error',
    '-count_packets',
    '-show_streams',
    '-of',
    'json',
    file,
  ]);
  const { streams } = JSON.parse(stdout) as { streams: Record<string, string>[] };
  const video = streams.find((it) => it['codec_type'] === 'video') ?? {};
  const audio = streams.find((it) => it['codec_type'] === 'audio') ?? {};
  return {
    frames: Number(video['nb_read_packets']),
    videoSeconds: Number(video['duration']),
    audioSeconds: Number(audio['duration']),
    startSeconds: Number(video['start_time']),
    pixelFormat: video['pix_fmt'] ?? '',
    profile: video['profile'] ?? '',
    range: video['color_range'] ?? 'unknown',
    matrix: video['color_space'] ?? 'unknown',
    aspect: video['sample_aspect_ratio'] ?? '',
  };
}

async function both(clips: string[], dir: string, seconds = 1) {
  const music = await makeTone(join(dir, 'music.mp3'), 250, 3);
  const seedPath = join(dir, 'seed.mp4');
  const seed = seedPipeline({
    clips,
    music,
    name: 'Name',
    callToAction: 'Buy',
    dir,
    outPath: seedPath,
    canvas: smallCanvas,
  })
    .then(() => null)
    .catch((error: unknown) => String(error));
  const ours = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: clips.map((source, index) => ({ id: `${index}`, source, seconds })),
      audio: { music: { source: music } },
    },
    dir,
    'ours.mp4',
  );
  return { seedPath, seedFailure: await seed, path: ours.path, timeline: ours.timeline };
}

test('the seed makes no ad at all when the first clip is silent', async () => {
  await using dir = await makeDir();
  const clips = [
    await makeClip(join(dir.path, 'a.mp4')),
    await makeClip(join(dir.path, 'b.mp4'), { tone: 440 }),
  ];
  const { seedFailure, path, timeline } = await both(clips, dir.path);
  expect(seedFailure).toMatch(/matches no streams/);
  expect((await inspect(path, timeline)).verdict).toBe('passed');
});

test('the seed loses its sound when a later clip is silent', async () => {
  await using dir = await makeDir();
  const clips = [
    await makeClip(join(dir.path, 'a.mp4'), { tone: 440, seconds: 1 }),
    await makeClip(join(dir.path, 'b.mp4'), { seconds: 1 }),
  ];
  const { seedPath, path } = await both(clips, dir.path);
  const [seed, ours] = [await factsOf(seedPath), await factsOf(path)];
  expect(seed.audioSeconds).toBeLessThan(1.5);
  expect(ours.audioSeconds).toBeCloseTo(ours.videoSeconds, 1);
});

test('the seed plays a 44.1 kHz clip after a 48 kHz clip at the wrong pitch', async () => {
  await using dir = await makeDir();
  const clips = [
    await makeClip(join(dir.path, 'a.mp4'), { tone: 400, seconds: 1 }),
    await makeClip(join(dir.path, 'b.mp4'), { tone: 1000, seconds: 1, sound: ['-ar', '44100'] }),
  ];
  const { seedPath, path } = await both(clips, dir.path);
  const wrong = (samples: Float32Array) =>
    levelDb(samples, 1088.4, 1.3, 0.5) - levelDb(samples, 1000, 1.3, 0.5);
  expect(wrong(await samplesOf(seedPath))).toBeGreaterThan(10);
  expect(wrong(await samplesOf(path))).toBeLessThan(-30);
});

test('the seed miscounts frames, of variable frame rates most of all', async () => {
  await using dir = await makeDir();
  const gaps = {
    filter: "select='not(between(n,20,40))'",
    video: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-fps_mode', 'vfr'],
  };
  const clips = [
    await makeClip(join(dir.path, 'a.mp4'), { tone: 440, seconds: 1, rate: '24' }),
    await makeClip(join(dir.path, 'b.mp4'), { ...gaps, tone: 440, seconds: 1 }),
  ];
  const { seedPath, path } = await both(clips, dir.path);
  const [seed, ours] = [await factsOf(seedPath), await factsOf(path)];
  expect([seed.frames, seed.startSeconds]).not.toEqual([60, 0]);
  expect([ours.frames, ours.startSeconds]).toEqual([60, 0]);
});

test('the seed passes 4:4:4, full range, odd pixel shapes and missing tags on to phones that cannot play them', async () => {
  await using dir = await makeDir();
  const clips = [
    await makeClip(join(dir.path, 'a.mp4'), {
      tone: 440,
      seconds: 1,
      filter: 'setsar=4/3',
      video: ['-c:v', 'libx264', '-pix_fmt', 'yuvj444p', '-color_range', 'pc'],
    }),
  ];
  const { seedPath, path } = await both(clips, dir.path);
  const [seed, ours] = [await factsOf(seedPath), await factsOf(path)];
  expect(seed.profile).toMatch(/4:4:4/);
  expect(seed.aspect).not.toBe('1:1');
  expect(seed.matrix).toBe('unknown');
  expect(ours).toMatchObject({
    profile: 'High',
    pixelFormat: 'yuv420p',
    aspect: '1:1',
    matrix: 'bt709',
    range: 'tv',
  });
});

test('the seed encodes a ten-bit HDR clip as High 10 without tone mapping', async () => {
  await using dir = await makeDir();
  const video = [
    '-c:v',
    'libx264',
    '-pix_fmt',
    'yuv420p10le',
    '-color_trc',
    'smpte2084',
    '-color_primaries',
    'bt2020',
    '-colorspace',
    'bt2020nc',
  ];
  const clips = [await makeClip(join(dir.path, 'a.mp4'), { tone: 440, seconds: 1, video })];
  const { seedPath, path } = await both(clips, dir.path);
  expect((await factsOf(seedPath)).profile).toBe('High 10');
  expect(await factsOf(path)).toMatchObject({ profile: 'High', pixelFormat: 'yuv420p', matrix: 'bt709' });
});

test('the seed fails on an ad shorter than a second', async () => {
  await using dir = await makeDir();
  const clips = [await makeClip(join(dir.path, 'a.mp4'), { tone: 440, seconds: 0.6 })];
  const { seedFailure, path, timeline } = await both(clips, dir.path, 0.6);
  expect(seedFailure).not.toBeNull();
  expect((await inspect(path, timeline)).verdict).toBe('passed');
});

test('the seed halves every voice; ours keeps voice and music in the wanted proportion', async () => {
  await using dir = await makeDir();
  const clips = [await makeClip(join(dir.path, 'a.mp4'), { tone: 1000, seconds: 2 })];
  const music = await makeTone(join(dir.path, 'bed.wav'), 3000, 4);
  const seedPath = join(dir.path, 'seed.mp4');
  await seedPipeline({
    clips,
    music,
    name: 'N',
    callToAction: 'C',
    dir: dir.path,
    outPath: seedPath,
    canvas: smallCanvas,
  });
  const { path } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: [{ id: 'a', source: clips[0] ?? '', seconds: 2 }],
      audio: { music: { source: music, duckDb: 0 } },
    },
    dir.path,
  );
  const voice = levelDb(await samplesOf(clips[0] ?? ''), 1000, 0.3, 0.5);
  expect(levelDb(await samplesOf(seedPath), 1000, 0.3, 0.5)).toBeLessThan(voice - 5);
  const ours = await samplesOf(path);
  // The tone has amplitude 0.25 and the music 0.3 at −10.46 dB: 0.09.
  expect(levelDb(ours, 1000, 0.3, 0.5) - levelDb(ours, 3000, 0.3, 0.5)).toBeCloseTo(
    20 * Math.log10(0.25 / 0.09),
    0,
  );
});
