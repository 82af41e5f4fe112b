import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { inspect } from '../src/inspect.ts';
import { timesOf } from '../src/packet-times.ts';
import { checkMedia, probeMedia } from '../src/probe-media.ts';
import { probeTimeline } from '../src/probe-timeline.ts';
import { levelDb, samplesOf } from './listen.ts';
import { ffmpeg, makeDir, makeTone, renderTimeline, smallCanvas } from './make-media.ts';

/** Colours of a finished film by frame and place. */
async function picturesOf(path: string, width = 256) {
  const { stdout } = await execa(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    { encoding: 'buffer', stdin: 'ignore' },
  );
  const height = width === 256 ? 144 : 256;
  return (frame: number, x: number, y: number) => [
    ...stdout.subarray(((frame * height + y) * width + x) * 3, ((frame * height + y) * width + x) * 3 + 3),
  ];
}

const toneLevel = async (path: string, hertz: number) => levelDb(await samplesOf(path), hertz, 0.1, 0.3);

/** A red square in the middle; green hides where the picture is clear. */
const hidden =
  "color=c=0x00ff00:s=320x180:r=30:d=0.6,format=rgba,geq=r='if(between(X,110,210)*between(Y,40,140),220,0)'" +
  ":g='if(between(X,110,210)*between(Y,40,140),30,255)':b='if(between(X,110,210)*between(Y,40,140),30,0)'" +
  ":a='if(between(X,110,210)*between(Y,40,140),255,0)'";

const clear: Record<string, [ending: string, args: string[]]> = {
  'VP9 in WebM': ['webm', ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-b:v', '1M']],
  'VP8 in WebM': ['webm', ['-c:v', 'libvpx', '-pix_fmt', 'yuva420p', '-auto-alt-ref', '0', '-b:v', '1M']],
  'ProRes 4444': ['mov', ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le']],
  'PNG in MOV': ['mov', ['-c:v', 'png', '-pix_fmt', 'rgba']],
  GIF: ['gif', ['-filter_complex', 'split[a][b];[a]palettegen=reserve_transparent=1[p];[b][p]paletteuse']],
  'a still PNG': ['png', ['-frames:v', '1', '-pix_fmt', 'rgba']],
};

test('the colours that hide in the clear parts of a clip are never shown, and the verdict says so', async () => {
  await using dir = await makeDir();
  const clips = await Promise.all(
    Object.entries(clear).map(async ([id, [ending, args]], index) => {
      const source = join(dir.path, `${index}.${ending}`);
      await ffmpeg(['-f', 'lavfi', '-i', hidden, ...args, source]);
      const fit = index % 2 === 0 ? ('crop' as const) : ('blurred-backdrop' as const);
      return { id, source, seconds: 0.4, fit };
    }),
  );
  const { timeline, rendered, path } = await renderTimeline({ canvas: smallCanvas, clips }, dir.path);
  const seen = await picturesOf(path);
  for (const [index, { id }] of clips.entries()) {
    const [, cornerGreen = 255] = seen(index * 12 + 5, 24, 24);
    const [red = 0, green = 255, blue = 255] = seen(index * 12 + 5, 128, 72);
    expect(cornerGreen, id).toBeLessThan(60);
    expect(red, id).toBeGreaterThan(190);
    expect(Math.max(green, blue), id).toBeLessThan(70);
  }
  const probes = await probeTimeline(timeline);
  const { reasons } = await inspect(path, timeline, { probes, measures: rendered.measures });
  expect(reasons.filter(({ code }) => code === 'clip_transparent')).toHaveLength(clips.length);
});

test('a GIF or a MOV of PNGs that is opaque is not called clear', async () => {
  await using dir = await makeDir();
  for (const [name, args] of [
    ['a.gif', []],
    ['a.mov', ['-c:v', 'png', '-pix_fmt', 'rgba']],
  ] as const) {
    const path = join(dir.path, name);
    await ffmpeg(['-f', 'lavfi', '-i', 'color=c=red:s=64x64:d=0.2', ...args, path]);
    expect((await probeMedia(path)).picture?.hasAlpha, name).toBe(false);
  }
});

test('clips in the wide colours of P3 and of BT.2020 are converted', async () => {
  await using dir = await makeDir();
  const wide = { smpte432: [217, 42, 39], bt2020: [243, 0, 36] };
  const clips = await Promise.all(
    Object.keys(wide).map(async (primaries) => {
      const source = join(dir.path, `${primaries}.mp4`);
      const tags = ['-color_primaries', primaries, '-color_trc', 'bt709', '-colorspace', 'bt709'];
      const patch = 'color=c=0xc83c32:s=320x180:r=30:d=0.3,scale=out_color_matrix=bt709:out_range=tv';
      const h264 = ['-c:v', 'libx264', '-qp', '0', '-pix_fmt', 'yuv444p'];
      await ffmpeg(['-f', 'lavfi', '-i', patch, ...h264, ...tags, source]);
      return { id: primaries, source, seconds: 0.3 };
    }),
  );
  const { path } = await renderTimeline({ canvas: smallCanvas, clips }, dir.path);
  const seen = await picturesOf(path);
  for (const [index, wanted] of Object.values(wide).entries()) {
    for (const [channel, value] of seen(index * 9 + 4, 128, 72).entries())
      expect(Math.abs(value - (wanted[channel] ?? 0)), `${index}/${channel}`).toBeLessThan(8);
  }
});

/** A JPEG, left half red and right half blue, with an EXIF orientation. */
async function turnedPhoto(path: string, orientation: number): Promise<void> {
  const context = createCanvas(80, 40).getContext('2d');
  context.fillStyle = '#e01010';
  context.fillRect(0, 0, 40, 40);
  context.fillStyle = '#1010e0';
  context.fillRect(40, 0, 40, 40);
  const jpeg = await context.canvas.encode('jpeg', 95);
  const exif = Buffer.from(
    `457869660000${'4d4d002a00000008'}0001011200030000000100${orientation.toString(16).padStart(2, '0')}000000000000`,
    'hex',
  );
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]);
  await writeFile(path, Buffer.concat([head, exif, jpeg.subarray(2)]));
}

test('a photo that lies on its side in its file stands upright as a clip', async () => {
  await using dir = await makeDir();
  const source = join(dir.path, 'turned.jpg');
  await turnedPhoto(source, 6);
  expect((await probeMedia(source)).picture).toMatchObject({ width: 40, height: 80 });
  const clips = [{ id: 'photo', source, seconds: 0.3 }];
  const { path } = await renderTimeline({ canvas: { width: 144, height: 256 }, clips }, dir.path);
  const seen = await picturesOf(path, 144);
  expect(seen(3, 72, 40)[0]).toBeGreaterThan(180);
  expect(seen(3, 72, 220)[2]).toBeGreaterThan(180);
});

test('the first sound track that can be decoded is heard; when none can, the clip is silent and that is said', async () => {
  await using dir = await makeDir();
  const at = (name: string) => join(dir.path, name);
  const two = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=30:d=0.6'];
  for (const hertz of [440, 880]) two.push('-f', 'lavfi', '-i', `sine=f=${hertz}:r=8000:d=0.6`);
  const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le'];
  await ffmpeg([...two, '-map', '0', '-map', '1', '-map', '2', ...h264, at('two.mov')]);
  const bytes = await readFile(at('two.mov'));
  bytes.write('apac', bytes.indexOf('sowt'));
  await writeFile(at('second.mov'), bytes);
  bytes.write('apac', bytes.indexOf('sowt'));
  await writeFile(at('none.mov'), bytes);

  expect(await checkMedia(at('second.mov'), 'video')).toMatchObject({ sound: { track: 1 } });
  expect(await checkMedia(at('none.mov'), 'video')).toMatchObject({ sound: null, isSoundUnreadable: true });
  const input = (name: string) => ({
    canvas: smallCanvas,
    clips: [{ id: 'talk', source: at(name), seconds: 0.5 }],
  });
  const heard = await renderTimeline(input('second.mov'), dir.path, 'second.mp4');
  expect(await toneLevel(heard.path, 880)).toBeGreaterThan((await toneLevel(heard.path, 440)) + 20);
  const silent = await renderTimeline(input('none.mov'), dir.path, 'none.mp4');
  const verdict = await inspect(silent.path, silent.timeline, {
    probes: await probeTimeline(silent.timeline),
  });
  expect(verdict.reasons.map(({ code }) => code)).toContain('sound_unreadable');
});

test('a clip with ten channels of sound is heard', async () => {
  await using dir = await makeDir();
  const tones = Array.from({ length: 10 }, () => '0.2*sin(880*2*PI*t)').join('|');
  const source = join(dir.path, 'ten.mkv');
  await ffmpeg([
    ...['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=30:d=0.6'],
    ...['-f', 'lavfi', '-i', `aevalsrc='${tones}':s=48000:d=0.6`],
    ...['-c:v', 'libx264', '-c:a', 'pcm_s16le', source],
  ]);
  const clips = [{ id: 'ten', source, seconds: 0.5 }];
  const { path } = await renderTimeline({ canvas: smallCanvas, clips }, dir.path);
  expect(await toneLevel(path, 880)).toBeGreaterThan(-40);
});

test('a length is measured where a header tells none, a false one, or starts late', async () => {
  await using dir = await makeDir();
  const at = (name: string) => join(dir.path, name);
  const lengths: Record<string, string[]> = {
    'live.webm': ['-c:v', 'libvpx', '-deadline', 'realtime', '-live', '1', '-f', 'webm'],
    'late.mkv': ['-c:v', 'libx264', '-output_ts_offset', '10'],
    'late.ts': ['-c:v', 'libx264', '-output_ts_offset', '10'],
    'fragments.mp4': ['-c:v', 'libx264', '-movflags', 'frag_keyframe+empty_moov'],
  };
  for (const [name, args] of Object.entries(lengths)) {
    await ffmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=64x64:r=30:d=1', ...args, at(name)]);
    const { seconds, picture } = await checkMedia(at(name), 'video');
    expect(Math.abs(seconds - 1), name).toBeLessThan(0.05);
    expect(Math.abs((picture?.fps ?? 0) - 30), name).toBeLessThan(0.5);
  }
  await makeTone(at('tone.flac'), 440, 2);
  const flac = await readFile(at('tone.flac'));
  // STREAMINFO's count of samples: 36 bits that a live encoder leaves empty.
  flac[21] = (flac[21] ?? 0) & 0xf0;
  flac.fill(0, 22, 26);
  await writeFile(at('live.flac'), flac);
  expect(Math.abs((await checkMedia(at('live.flac'), 'audio')).seconds - 2)).toBeLessThan(0.1);
  await makeTone(at('headless.mp3'), 440, 3, ['-q:a', '4', '-write_xing', '0']);
  expect(Math.abs((await checkMedia(at('headless.mp3'), 'audio')).seconds - 3)).toBeLessThan(0.15);
});

test('a default duration of a container is not believed, a long last picture is', () => {
  const at = (startSeconds: number, durationSeconds?: number) => ({ startSeconds, durationSeconds });
  const steps = Array.from({ length: 30 }, (_, i) => at(i / 30, 0.001));
  expect(timesOf(steps)).toMatchObject({ startSeconds: 0, endSeconds: expect.closeTo(1, 2) });
  expect(timesOf([at(0, 0.04), at(0.04, 0.04), at(0.08, 2)])?.endSeconds).toBeCloseTo(2.08, 2);
  expect(timesOf(steps)?.rate).toBeCloseTo(30, 1);
  expect(timesOf([])).toBeNull();
});

test('a track of which a third is there is refused, and one that is whole is not', async () => {
  await using dir = await makeDir();
  const whole = join(dir.path, 'whole.mp3');
  const cut = join(dir.path, 'cut.mp3');
  await makeTone(whole, 440, 9);
  await copyFile(whole, cut);
  const bytes = await readFile(whole);
  await writeFile(cut, bytes.subarray(0, bytes.length / 3));
  expect(Math.abs((await checkMedia(whole, 'audio')).seconds - 9)).toBeLessThan(0.2);
  await expect(checkMedia(cut, 'audio')).rejects.toMatchObject({ code: 'media_damaged' });
});
