import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Storyboard } from '@spotsmith/motion/storyboard';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { readFilmJob } from '../src/film/film-job.ts';
import { FilmPainter } from '../src/film/painter/film-painter.ts';
import { inspectFilm } from '../src/film/inspect-film.ts';
import { planFilm } from '../src/film/plan-film.ts';
import { renderFilm } from '../src/film/render-film.ts';
import { videoEncoder } from '../src/encode/video-encoder.ts';
import { Encoding } from '../src/timeline.ts';
import { allJoins, filmSource, storyboardWith } from './film-material.ts';
import { complaints, ffmpeg, makeDir, makeTone, meanColor } from './make-media.ts';

async function frameCount(file: string): Promise<number> {
  const args = ['-v', 'error', '-count_packets', '-select_streams', 'v:0', '-show_entries'];
  const { stdout } = await execa('ffprobe', [...args, 'stream=nb_read_packets', '-of', 'csv=p=0', file]);
  return Number.parseInt(stdout, 10);
}

async function painterFor(dir: string): Promise<FilmPainter> {
  const source = await filmSource(dir, storyboardWith(allJoins));
  return FilmPainter.open(await readFilmJob(source, videoEncoder(Encoding.parse({})), {}));
}

async function hashes(painter: FilmPainter, from: number, frames: number): Promise<string[]> {
  const stretch = painter.stretch(from, frames);
  const all: string[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    all.push(
      createHash('sha256')
        .update(await stretch.draw(frame))
        .digest('hex'),
    );
  }
  return all;
}

test('a storyboard becomes a film of exactly its frames, with its music, and whole', async () => {
  await using dir = await makeDir();
  const source = await filmSource(dir.path, storyboardWith(['whip', 'match']));
  const music = await makeTone(join(dir.path, 'music.wav'), 220, 2);
  const outPath = join(dir.path, 'film.mp4');
  const film = await renderFilm(
    {
      ...source,
      audio: async ({ cutsAtSeconds }) => ({
        music: { source: music, gainDb: cutsAtSeconds.length === 2 ? 0 : -60 },
      }),
    },
    { cacheDir: join(dir.path, 'cache'), outPath },
  );
  const { totalFrames, plan, measures } = film;
  expect(totalFrames).toBe(90);
  expect(await frameCount(outPath)).toBe(90);
  expect(plan.cutsAtSeconds).toEqual([1, 2]);
  expect(plan.events.map(({ kind }) => kind)).toContain('whoosh');
  expect(measures.loudness.lufs).toBeCloseTo(-14, 0);
  expect(await complaints(outPath)).toBe('');
  const { verdict, measured, reasons } = await inspectFilm(film);
  expect(measured).toMatchObject({ width: 180, height: 320, frames: 90, videoSeconds: 3 });
  // Two seconds are too short for the words; nothing else is wrong.
  expect(verdict).toBe('degraded');
  expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(['reading_short']));
});

test('any frame drawn alone is the frame of the film, also in the middle of every join', async () => {
  await using dir = await makeDir();
  const inOrder = await painterFor(dir.path);
  const { totalFrames, segments } = inOrder.plan;
  const sequence = await hashes(inOrder, 0, totalFrames);
  expect(new Set(sequence).size).toBeGreaterThan(totalFrames / 3);
  for (const { startFrame, frames } of segments) {
    const frame = startFrame + Math.floor(frames / 2);
    const alone = await painterFor(dir.path);
    expect(await hashes(alone, frame, 1), `frame ${frame}`).toEqual([sequence[frame]]);
  }
});

test('after an edit of one headline only the segments that show it are drawn again', async () => {
  await using dir = await makeDir();
  const options = { cacheDir: join(dir.path, 'cache'), outPath: join(dir.path, 'film.mp4') };
  const source = await filmSource(dir.path, storyboardWith(['slant', 'cut', 'blob']));
  const first = await renderFilm(source, options);
  expect(first.encodedFrames).toBe(120);
  const bytes = await readFile(options.outPath);

  const edited = { ...source, storyboard: storyboardWith(['slant', 'cut', 'blob'], 'Made for long roads') };
  const { encodedFrames } = await renderFilm(edited, options);
  const slant = first.plan.segments[1];
  expect(encodedFrames).toBe((slant?.startFrame ?? 0) + (slant?.frames ?? 0));

  expect((await renderFilm(source, options)).encodedFrames).toBe(0);
  expect(await readFile(options.outPath)).toEqual(bytes);
});

test('a cancelled film leaves no painter, no FFmpeg and no torn segment behind', async () => {
  await using dir = await makeDir();
  const cacheDir = join(dir.path, 'cache');
  const source = await filmSource(dir.path, storyboardWith(['cut', 'cut', 'cut']));
  const stop = new AbortController();
  const onProgress = () => stop.abort(new Error('stopped by the user'));
  const options = { cacheDir, outPath: join(dir.path, 'film.mp4'), signal: stop.signal, onProgress };
  await expect(renderFilm(source, options)).rejects.toThrow('stopped by the user');
  expect(await readdir(dir.path)).not.toContain('film.mp4');
  expect((await readdir(cacheDir)).filter((name) => name.startsWith('part-'))).toEqual([]);
  const { exitCode } = await execa('pgrep', ['-f', `ffmpeg.*${dir.path}`], { reject: false });
  expect(exitCode).toBe(1);
});

test('a film whose cut-out cannot be read leaves no painter behind', async () => {
  await using dir = await makeDir();
  const source = await filmSource(dir.path, storyboardWith(['cut']));
  const cutoutPath = join(dir.path, 'torn.png');
  await writeFile(cutoutPath, 'no picture');
  const torn = source.product && { ...source, product: { ...source.product, cutoutPath } };
  await expect(planFilm(torn ?? source, {})).rejects.toThrow('image');
  const { exitCode } = await execa('pgrep', ['-P', String(process.pid), '-f', 'film/painter/main'], {
    reject: false,
  });
  expect(exitCode).toBe(1);
});

test('a shot shows its clip from where it is told to, and an ad needs no cut-out', async () => {
  await using dir = await makeDir();
  const clip = join(dir.path, 'clip.mp4');
  // Red for half a second, then green, then blue.
  const colors = ['red', 'lime', 'blue'].map((color) => `color=${color}:s=180x320:r=25:d=0.5`);
  const inputs = colors.flatMap((color) => ['-f', 'lavfi', '-i', color]);
  await ffmpeg([...inputs, '-filter_complex', 'concat=n=3:v=1', '-pix_fmt', 'yuv420p', clip]);
  const storyboard = storyboardWith([]);
  const shots = [
    { ...storyboard.shots[0], layout: 'full', picture: { kind: 'clip', assetId: 'street', inSeconds: 0.5 } },
  ];
  const outPath = join(dir.path, 'film.mp4');
  await renderFilm(
    {
      storyboard: Storyboard.parse({ ...storyboard, shots }),
      canvas: { width: 180, height: 320 },
      product: null,
      assetPaths: { street: clip },
    },
    { cacheDir: join(dir.path, 'cache'), outPath },
  );
  const [, green] = await meanColor(outPath, 6, '40:20:70:280');
  const [, , blue] = await meanColor(outPath, 22, '40:20:70:280');
  expect(green).toBeGreaterThan(200);
  expect(blue).toBeGreaterThan(200);
  expect(await frameCount(outPath)).toBe(30);
});

test('a shot whose picture has no file is refused with a sentence that names it', async () => {
  await using dir = await makeDir();
  const storyboard = storyboardWith(['cut']);
  const [first] = storyboard.shots;
  if (first) first.picture = { kind: 'photo', assetId: 'street' };
  const options = { cacheDir: join(dir.path, 'cache'), outPath: join(dir.path, 'film.mp4') };
  await expect(renderFilm(await filmSource(dir.path, storyboard), options)).rejects.toThrow(
    /street, which has no file/,
  );
});
