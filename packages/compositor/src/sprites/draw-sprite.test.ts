import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawSprite } from './draw-sprite.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sprite-test-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Colour at the left edge, half way down, of a logo drawn for a card: a bar in one colour, clear around it. */
async function edgeOf(color: string, ground: string): Promise<number[]> {
  const logo = createCanvas(120, 60).getContext('2d');
  logo.fillStyle = color;
  logo.fillRect(20, 20, 80, 20);
  const path = join(dir, 'logo.png');
  await writeFile(path, await logo.canvas.encode('png'));
  const rect = { x: 0, y: 0, width: 120, height: 60 };
  const { png } = await drawSprite({ type: 'image', path, sha256: '', opacity: 1, rect, ground }, []);
  const seen = createCanvas(120, 60).getContext('2d');
  seen.drawImage(await loadImage(Buffer.from(png)), 0, 0);
  return [...seen.getImageData(2, 30, 1, 1).data];
}

test('a dark logo on a dark card lies on a light plate, a light one on a light card on a dark plate', async () => {
  expect((await edgeOf('#000000', '#14120f'))[0]).toBeGreaterThan(230);
  const [red, , , alpha] = await edgeOf('#ffffff', '#f4f4f4');
  expect([red, alpha]).toEqual([20, 255]);
});

test('a logo that stands out from its card lies on it directly', async () => {
  expect((await edgeOf('#ffffff', '#14120f'))[3]).toBe(0);
  expect((await edgeOf('#d01020', '#14120f'))[3]).toBe(0);
});
