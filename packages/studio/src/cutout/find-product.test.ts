import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CONFIDENT_FROM } from './confidence.ts';
import { findProduct } from './find-product.ts';

const SIDE = 300;

/** A product on a ground, found without a network. */
async function found(product: string, ground: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${ground}${product}</svg>`;
  const rgba = await sharp(Buffer.from(svg)).resize(SIDE, SIDE).ensureAlpha().raw().toBuffer();
  return findProduct({ width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] }, null);
}

const WHITE = `<rect width="${SIDE}" height="${SIDE}" fill="#fff"/>`;
const WATCH =
  '<rect x="110" width="80" height="300" fill="#6d6a62"/><circle cx="150" cy="150" r="70" fill="#33312d"/>';

test('a watch whose band the photo cuts above and below is found on white: its band is no roughness of the paper', async () => {
  const { mask, method, confidence } = await found(WATCH, WHITE);
  expect(method).toBe('flood-key');
  expect(confidence).toBeGreaterThanOrEqual(CONFIDENT_FROM);
  expect(mask?.values[2 * SIDE + 150]).toBe(255);
  expect(mask?.values[2 * SIDE + 40]).toBe(0);
});

test('on paper that is not even it still asks', async () => {
  const uneven = `<linearGradient id="u"><stop stop-color="#fff"/><stop offset=".5" stop-color="#ddd"/><stop offset="1" stop-color="#fff"/>
    </linearGradient><rect width="${SIDE}" height="${SIDE}" fill="url(#u)"/>`;
  expect((await found(WATCH, uneven)).confidence).toBeLessThan(CONFIDENT_FROM);
});
