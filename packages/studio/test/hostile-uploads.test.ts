import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPhoto } from '../src/check-photo.ts';
import { runFfmpeg } from '../src/ffmpeg.ts';
import { importMusic } from '../src/music.ts';
import { flacWithCovers, gzippedSvg, pngWithTexts, tiffWithPages } from './hostile-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'studio-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** The most memory that all children of this process held at once while `work` went on, in MiB. Linux tells it. */
async function memoryOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; peakMiB: number }> {
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(
      peak,
      descendants(process.pid).reduce((sum, pid) => sum + residentBytes(pid), 0),
    );
  }, 20);
  try {
    return { result: await work(), peakMiB: peak / 2 ** 20 };
  } finally {
    clearInterval(look);
  }
}

function descendants(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
    );
    return [...children, ...children.flatMap(descendants)];
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const LITTLE_MIB = 400;

test('a photo with five gigabytes of compressed texts is opened without unpacking them', async () => {
  const photoPath = await fileOf('texts.png', pngWithTexts());
  const { result, peakMiB } = await memoryOf(() => checkPhoto({ photoPath, outDir: folder }));
  expect(result).toMatchObject({ width: 600, height: 600 });
  expect(peakMiB).toBeLessThan(LITTLE_MIB);
});

test('a drawing that hides in a compressed file is refused by its first bytes', async () => {
  const photoPath = await fileOf('drawing.png', gzippedSvg(400));
  const { result, peakMiB } = await memoryOf(() =>
    checkPhoto({ photoPath, outDir: folder }).catch((error: unknown) => error),
  );
  expect(result).toMatchObject({ code: 'photo_not_an_image' });
  expect(peakMiB).toBeLessThan(LITTLE_MIB);
});

test('of a picture with 200,000 pages the first is read', async () => {
  const photoPath = await fileOf('pages.tif', tiffWithPages());
  const { result, peakMiB } = await memoryOf(() => checkPhoto({ photoPath, outDir: folder }));
  expect(result).toMatchObject({
    width: 64,
    warnings: [expect.stringContaining('several pages'), expect.anything()],
  });
  expect(peakMiB).toBeLessThan(LITTLE_MIB);
});

test('a track is imported without a look at its eight covers of 240 megapixels', async () => {
  const tone = path.join(folder, 'tone.flac');
  await runFfmpeg('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'flac', tone]);
  const track = await fileOf('covers.flac', flacWithCovers(readFileSync(tone)));
  const { result, peakMiB } = await memoryOf(() =>
    importMusic({ path: track, outPath: path.join(folder, 'covers.wav') }),
  );
  expect(result.seconds).toBeCloseTo(2, 2);
  expect(peakMiB).toBeLessThan(LITTLE_MIB);
});
