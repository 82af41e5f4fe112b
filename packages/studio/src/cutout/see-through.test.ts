import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Mask } from './mask.ts';
import { openGaps } from './see-through.ts';

const SIDE = 400;
const BAG = '<path d="M60 60h280v280h-280z" fill="#1c1c1e"/>';

async function draw(shapes: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${shapes}</svg>`;
  return sharp(Buffer.from(svg)).resize(SIDE, SIDE).ensureAlpha().raw().toBuffer();
}

/** A black bag on a light table with something white on it, which a network takes for the bag: is that cut out? */
async function isOpened(white: string, at: { x: number; y: number }, ground = '#fff'): Promise<boolean> {
  const rgba = await draw(`<rect width="${SIDE}" height="${SIDE}" fill="${ground}"/>${BAG}${white}`);
  const alpha = (await draw(BAG)).filter((_, i) => i % 4 === 3);
  const mask: Mask = { width: SIDE, height: SIDE, values: Uint8Array.from(alpha) };
  const photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  return (await openGaps(photo, mask)).values[at.y * SIDE + at.x]! < 20;
}

test('the table that is seen between a bag and its strap is cut out, though a network takes it for the bag', async () => {
  expect(await isOpened('<path d="M320 160h12l-3 50z" fill="#fff"/>', { x: 326, y: 170 })).toBe(true);
  expect(await isOpened('<path d="M320 160h12l-3 50z" fill="#dfe4e6"/>', { x: 326, y: 170 }, '#dfe4e6')).toBe(
    true,
  );
});

test('a shaded white buckle there stays', async () => {
  expect(await isOpened('<path d="M320 160h12l-3 50z" fill="#f4f3f1"/>', { x: 326, y: 170 })).toBe(false);
});

test('a white screen stays, and so does a white mark in the middle', async () => {
  expect(await isOpened('<path d="M80 80h240v120h-240z" fill="#fff"/>', { x: 200, y: 120 })).toBe(false);
  expect(await isOpened('<circle cx="200" cy="200" r="12" fill="#fff"/>', { x: 200, y: 200 })).toBe(false);
});

test('white letters stay, though the first and the last of them lie along the edge', async () => {
  const letters = [66, 110, 150, 190, 230, 324].map((x) => `<path d="M${x} 190h8v26h-8z" fill="#fff"/>`);
  expect(await isOpened(letters.join(''), { x: 70, y: 200 })).toBe(false);
});

test('on a wall that is not even nothing is opened', async () => {
  const wall = '<path d="M0 0h400v40h-400zM0 360h400v40h-400z" fill="#b9a98c"/>';
  expect(await isOpened(`${wall}<path d="M320 160h12l-3 50z" fill="#fff"/>`, { x: 326, y: 170 })).toBe(false);
});
