import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import {
  type ClipWish,
  complaints,
  ffmpeg,
  makeClip,
  makeDir,
  meanColor,
  renderTimeline,
  smallCanvas,
} from './make-media.ts';

const high10 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le'];
const pq = ['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc'];
const hlg = ['-color_primaries', 'bt2020', '-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc'];
const h264 = (pixelFormat: string) => ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', pixelFormat];

const odd: Record<string, ClipWish & { ending?: string }> = {
  '7 frames per second': { rate: '7' },
  '23.976 frames per second': { rate: '24000/1001' },
  '120 frames per second': { rate: '120' },
  'a variable frame rate with gaps': {
    rate: '30',
    filter: "select='not(between(n,9,17))'",
    video: [...h264('yuv420p'), '-fps_mode', 'vfr'],
  },
  'a later start of the picture': { tone: 440, filter: 'setpts=PTS+0.4/TB' },
  '4:4:4 colour': { video: h264('yuv444p') },
  'ten bits': { video: high10 },
  'full range': { video: [...h264('yuvj420p'), '-color_range', 'pc'] },
  'HDR (PQ)': { video: [...high10, ...pq] },
  'HDR (HLG)': { video: [...high10, ...hlg] },
  'pixels that are not square': { filter: 'setsar=16/11' },
  'an odd size': { size: '255x143', video: h264('yuv444p') },
  'a portrait shape': { size: '144x256' },
  'a rotation flag': { size: '144x256', video: [...h264('yuv420p'), '-metadata:s:v:0', 'rotate=90'] },
  'mono sound at 44.1 kHz': { tone: 440, sound: ['-ar', '44100', '-ac', '1'] },
  'six channels of sound': { tone: 440, sound: ['-ac', '6'] },
  'less length than declared': { seconds: 0.5 },
  'VP9 in WebM': { video: ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'], ending: 'webm' },
  'MPEG-4 in Matroska': { video: ['-c:v', 'mpeg4', '-q:v', '3'], ending: 'mkv' },
};

const kinds = Object.entries(odd);
const halves = [kinds.slice(0, 10), kinds.slice(10)];

test.for(halves)('clips of every kind become one exact, standard video (%#)', async (half) => {
  await using dir = await makeDir();
  const clips = await Promise.all(
    half.map(async ([id, wish], index) => ({
      id,
      source: await makeClip(join(dir.path, `${index}.${wish.ending ?? 'mp4'}`), wish),
      seconds: 0.7,
    })),
  );
  const { timeline, path } = await renderTimeline({ canvas: smallCanvas, clips }, dir.path);
  const { reasons, measured } = await inspect(path, timeline);
  expect(reasons).toEqual([]);
  expect(measured.frames).toBe(21 * half.length);
  expect(await complaints(path)).toBe('');
  // Every clip is seen at its place: no stretch is dark or one flat colour.
  for (const [index, [name]] of half.entries()) {
    const [r, g, b] = await meanColor(path, 21 * index + 5, '256:144:0:0');
    // HDR is mapped by FFmpeg's own filter, whose builds differ: 46 to 70.
    expect(Math.min(r, g, b), name).toBeGreaterThan(name.startsWith('HDR') ? 45 : 60);
    expect(Math.max(r, g, b), name).toBeLessThan(200);
  }
});

test('a clip that ends early is named in the verdict and its last picture is held', async () => {
  await using dir = await makeDir();
  const source = await makeClip(join(dir.path, 'short.mp4'), { seconds: 0.5 });
  const { timeline, path } = await renderTimeline(
    { canvas: smallCanvas, clips: [{ id: 'short', source, seconds: 2 }] },
    dir.path,
  );
  const { verdict, reasons } = await inspect(path, timeline, { probes: await probeTimeline(timeline) });
  expect(verdict).toBe('degraded');
  expect(reasons.map(({ code }) => code).sort()).toEqual(['clip_short', 'frozen_stretch']);
});

test('a picture with wide pixels and a rotated one keep their proportions', async () => {
  await using dir = await makeDir();
  // A circle of known shape: white disc on black, stored squeezed to half its width.
  const disc = "geq=lum='if(lt(hypot(X-72,(Y-72)),50),235,16)':cb=128:cr=128";
  const squeezed = join(dir.path, 'squeezed.mp4');
  await ffmpeg([
    ...['-f', 'lavfi', '-i', `color=black:s=144x144:r=30:d=0.5,${disc},scale=72:144,setsar=2/1`],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', squeezed],
  ]);
  const { path } = await renderTimeline(
    { canvas: { width: 144, height: 144 }, clips: [{ id: 'disc', source: squeezed, seconds: 0.3 }] },
    dir.path,
  );
  const [left] = await meanColor(path, 3, '4:4:26:70');
  const [top] = await meanColor(path, 3, '4:4:70:26');
  const [outside] = await meanColor(path, 3, '4:4:12:70');
  expect(left).toBeGreaterThan(200);
  expect(top).toBeGreaterThan(200);
  expect(outside).toBeLessThan(40);
});

test('a clip fitted on a blurred backdrop is shown whole', async () => {
  await using dir = await makeDir();
  const source = join(dir.path, 'tall.mp4');
  // Red on top, blue at the bottom: a crop to 16:9 would lose both.
  const bars = "geq=r='if(lt(Y,20),255,0)':g='if(between(Y,20,236),255,0)':b='if(gt(Y,236),255,0)'";
  await ffmpeg([
    ...['-f', 'lavfi', '-i', `color=black:s=144x256:r=30:d=0.5,format=gbrp,${bars}`],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', source],
  ]);
  const { path } = await renderTimeline(
    { canvas: smallCanvas, clips: [{ id: 'tall', source, seconds: 0.3, fit: 'blurred-backdrop' }] },
    dir.path,
  );
  const [red] = await meanColor(path, 3, '20:4:118:2');
  const [, , blue] = await meanColor(path, 3, '20:4:118:138');
  const [, side] = await meanColor(path, 3, '20:20:10:62');
  expect(red).toBeGreaterThan(150);
  expect(blue).toBeGreaterThan(150);
  expect(side).toBeGreaterThan(100);
});

test('SD, HD, full-range and RGB sources of the same colour look the same', async () => {
  await using dir = await makeDir();
  const color = 'color=0xC04020:s=256x144:r=30:d=0.4,format=gbrp';
  const to = (matrix: string, range: string, format = 'yuv420p') =>
    `${color},scale=out_color_matrix=${matrix}:out_range=${range},format=${format}`;
  const sources = {
    'bt601.mp4': ['-vf', to('smpte170m', 'tv').replace(`${color},`, ''), '-colorspace', 'smpte170m'],
    'bt709.mp4': ['-vf', to('bt709', 'tv').replace(`${color},`, ''), '-colorspace', 'bt709'],
    'full.mp4': [
      '-vf',
      to('bt709', 'full', 'yuvj420p').replace(`${color},`, ''),
      '-colorspace',
      'bt709',
      '-color_range',
      'pc',
    ],
  };
  for (const [name, args] of Object.entries(sources)) {
    const source = join(dir.path, name);
    await ffmpeg(['-f', 'lavfi', '-i', color, ...args, '-c:v', 'libx264', '-qp', '4', source]);
    const { path } = await renderTimeline(
      { canvas: smallCanvas, clips: [{ id: 'c', source, seconds: 0.2 }] },
      dir.path,
      `out-${name}`,
    );
    const seen = await meanColor(path, 2, '200:100:20:20');
    const off = seen.map((value, index) => Math.abs(value - ([0xc0, 0x40, 0x20][index] ?? 0)));
    expect(Math.max(...off), `${name}: ${seen.join(', ')}`).toBeLessThan(6);
  }
});
