import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CONFIDENT_FROM, judgeMask } from './confidence.ts';
import { maskByFloodKey } from './flood-key.ts';
import { photoSigns } from './photo-signs.ts';

const SIDE = 256;
const FLOOR = 150;
const PLAYER =
  '<rect x="70" y="70" width="120" height="80" fill="#57b9b9"/><circle cx="140" cy="108" r="28" fill="#2a3338"/>';
const IMAGE = `<g transform="translate(0 ${2 * FLOOR}) scale(1 -1)" mask="url(#fade)">${PLAYER}</g>`;
const FADE = `<linearGradient id="f" x2="0" y2="1"><stop offset=".35" stop-color="#000"/>
  <stop offset="1" stop-color="#888"/></linearGradient>
  <mask id="fade"><rect x="70" y="70" width="120" height="80" fill="url(#f)"/></mask>`;

async function photographed(shapes: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${FADE}
    <rect width="${SIDE}" height="${SIDE}" fill="#fff"/>${shapes}</svg>`;
  const rgba = await sharp(Buffer.from(svg)).resize(SIDE, SIDE).ensureAlpha().raw().toBuffer();
  return { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
}

/** The lowest row of what a key by colour takes for product. */
async function lowestRow(shapes: string): Promise<number> {
  const { mask } = await maskByFloodKey(await photographed(shapes));
  return Math.floor(mask.values.lastIndexOf(255) / SIDE);
}

test('a mirror image in a shiny floor is no part of the product', async () => {
  expect(Math.abs((await lowestRow(PLAYER + IMAGE)) - FLOOR)).toBeLessThan(4);
});

test('a paler foot is one: it neither repeats what is above it nor fades', async () => {
  const foot = '<rect x="70" y="150" width="120" height="50" fill="#a9d8d8"/>';
  expect(await lowestRow(PLAYER + foot)).toBeGreaterThan(195);
});

test('a product that was cut from its mirror image lacks nothing', async () => {
  const photo = await photographed(PLAYER + IMAGE);
  const values = new Uint8Array(SIDE * SIDE).map((_, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    return x >= 70 && x < 190 && y >= 70 && y < FLOOR ? 255 : 0;
  });
  const signs = await photoSigns(photo, { width: SIDE, height: SIDE, values });
  const looks = { cover: 0.15, softShare: 0, disagreement: 0, outlineRatio: 1 };
  expect(judgeMask({ ...looks, ...signs }).confidence).toBeGreaterThan(CONFIDENT_FROM);
});
