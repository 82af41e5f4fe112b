import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ffmpeg, makeDir, meanColor, renderTimeline, smallCanvas } from './make-media.ts';

async function makeGrey(path: string): Promise<string> {
  const moving = 'color=0x404040:s=256x144:r=30:d=3,noise=alls=4:allf=t';
  await ffmpeg(['-f', 'lavfi', '-i', moving, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', path]);
  return path;
}

const still = { entrance: { style: 'none' }, exit: { style: 'none' } } as const;
const box = { x: 0.3, y: 0.2, width: 0.4, height: 0.6 };

test('an overlay is on screen from its first frame to its last, and not one frame longer', async () => {
  await using dir = await makeDir();
  const source = await makeGrey(join(dir.path, 'grey.mp4'));
  const { path } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: [{ id: 'a', source, seconds: 2.4 }],
      overlays: [{ id: 'code', type: 'qr', content: 'a', startSeconds: 0.5, endSeconds: 1.9, box, ...still }],
    },
    dir.path,
  );
  const brightness = async (frame: number) => (await meanColor(path, frame, '40:40:108:52'))[0];
  const seen = [await brightness(14), await brightness(15), await brightness(56), await brightness(57)];
  expect(seen.map((value) => value > 90)).toEqual([false, true, true, false]);
});

test('a title that pops in reaches full size and opacity, and its neighbours in time are untouched', async () => {
  await using dir = await makeDir();
  const source = await makeGrey(join(dir.path, 'grey.mp4'));
  const motion = { entrance: { style: 'pop', seconds: 0.3 }, exit: { style: 'fade', seconds: 0.3 } } as const;
  const { path } = await renderTimeline(
    {
      canvas: smallCanvas,
      clips: [{ id: 'a', source, seconds: 2 }],
      overlays: [
        { id: 'code', type: 'qr', content: 'a', startSeconds: 0.5, endSeconds: 1.5, box, ...motion },
      ],
    },
    dir.path,
  );
  const brightness = async (frame: number) => (await meanColor(path, frame, '40:40:108:52'))[0];
  const [before, first, full, last, after] = [
    await brightness(14),
    await brightness(15),
    await brightness(30),
    await brightness(44),
    await brightness(45),
  ];
  expect(after).toBeCloseTo(before, -1);
  expect(full).toBeGreaterThan(before + 40);
  expect(first).toBeGreaterThan(before + 1);
  expect(last).toBeGreaterThan(after + 1);
  expect(last).toBeLessThan(full - 20);
});

test('the elements of a card arrive one after the other and stay; the clip before shows none of them', async () => {
  await using dir = await makeDir();
  const source = await makeGrey(join(dir.path, 'grey.mp4'));
  const outro = {
    seconds: 1.5,
    background: '#000000',
    url: 'https://example.com',
    hasQrCode: true,
    join: { style: 'crossfade', seconds: 0.3 },
  } as const;
  const { path } = await renderTimeline(
    { canvas: smallCanvas, clips: [{ id: 'a', source, seconds: 1 }], outro },
    dir.path,
  );
  const code = async (frame: number) => (await meanColor(path, frame, '16:16:120:56'))[0];
  expect(await code(20)).toBeLessThan(90);
  expect(await code(29)).toBeLessThan(60);
  expect(await code(60)).toBeGreaterThan(90);
  expect(await code(65)).toBeGreaterThan(90);
});
