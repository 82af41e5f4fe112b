import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { CONFIDENT_FROM, judgeMask } from './confidence.ts';
import type { Mask } from './mask.ts';
import { photoSigns } from './photo-signs.ts';

const SIDE = 256;
const GROUND =
  '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#b4b8ba"/><stop offset="1" stop-color="#e6e4e0"/></linearGradient>';

async function draw(shapes: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${GROUND}${shapes}</svg>`;
  return sharp(Buffer.from(svg)).resize(SIDE, SIDE).ensureAlpha().raw().toBuffer();
}

/** What the gate says when `found` of a photo is taken for the product. */
async function judge(found: string, besides = '', ground = 'url(#g)') {
  const backdrop = `<rect width="${SIDE}" height="${SIDE}" fill="${ground}"/>`;
  const rgba = await draw(backdrop + besides + found);
  const photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  const alpha = (await draw(found)).filter((_, i) => i % 4 === 3);
  const mask: Mask = { width: SIDE, height: SIDE, values: Uint8Array.from(alpha) };
  const looks = { cover: 0.2, softShare: 0, disagreement: 0, outlineRatio: 1 };
  return judgeMask({ ...looks, ...(await photoSigns(photo, mask)) });
}

const bottle = '<path d="M95 100h60v110h-60zM112 70h26v30h-26z" fill="#3a6ea5"/>';
const hand = (color: string) => `<circle cx="158" cy="150" r="24" fill="${color}"/>`;
const figure = (skin: string, clothes: string) =>
  `<ellipse cx="128" cy="60" rx="25" ry="32" fill="${skin}"/><path d="M118 85h20v30h-20z" fill="${skin}"/>
   <ellipse cx="128" cy="165" rx="65" ry="58" fill="${clothes}"/><circle cx="100" cy="180" r="11" fill="${skin}"/>
   <circle cx="156" cy="180" r="11" fill="${skin}"/>`;

describe('what a photo says against its mask', () => {
  test('a bottle on a plain ground is trusted, and so is one on a striped ground', async () => {
    expect((await judge(bottle)).confidence).toBeGreaterThan(CONFIDENT_FROM);
    const stripes =
      '<path d="M0 20h256M0 70h256M0 120h256M0 170h256M0 220h256" stroke="#c33" stroke-width="25"/>';
    expect((await judge(bottle, stripes)).confidence).toBeGreaterThan(CONFIDENT_FROM);
  });

  test.each([
    ['pale skin', '#e8c4ae', '#e8c4ae'],
    ['brown skin', '#8d5a3a', '#8d5a3a'],
    ['dark skin', '#4a3026', '#4a3026'],
    ['a red sleeve', '#e8c4ae', '#a8202c'],
    ['a grey glove', '#555a60', '#555a60'],
  ])('a hand whose arm leaves the photo is seen: %s', async (_what, skin, arm) => {
    const { confidence, warnings } = await judge(
      bottle + hand(skin),
      `<path d="M165 135h91v32h-91z" fill="${arm}"/>`,
    );
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(/perhaps an arm/);
  });

  test.each([
    ['fair', '#d9a68c', '#31507d'],
    ['brown', '#8d5a3a', '#d8cdb4'],
    ['dark', '#4a3026', '#a8202c'],
  ])('a whole person in the photo is seen: %s', async (_what, skin, clothes) => {
    const { confidence, warnings } = await judge(figure(skin, clothes));
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(/a person/);
  });

  test.each([
    ['a clay vase with a neck', figure('#b5673f', '#b5673f')],
    ['a bottle with a wooden ball on it', figure('#b98a58', '#1f4d38').replace(/<circle.*/s, '')],
    [
      'a watch on a leather strap',
      `<path d="M108 20h40v70h-40z" fill="#5a3a28"/><path d="M116 88h24v12h-24z" fill="#5a3a28"/>
      <circle cx="128" cy="130" r="42" fill="#1a2440"/><path d="M108 168h40v70h-40z" fill="#5a3a28"/>`,
    ],
  ])('what only resembles a person is trusted: %s', async (_what, product) => {
    expect((await judge(product)).confidence).toBeGreaterThanOrEqual(CONFIDENT_FROM);
  });

  test.each([
    ['fair', '#d9a68c'],
    ['brown', '#8d5a3a'],
  ])('a dress on somebody whose legs leave the photo is seen: %s skin', async (_what, skin) => {
    const legs = `<path d="M104 180h18v76h-18zM134 180h18v76h-18z" fill="${skin}"/>`;
    const { confidence, warnings } = await judge(`${legs}<path d="M95 40h66l20 145h-106z" fill="#7d8a80"/>`);
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(/wear or to hold/);
  });

  test('a board of wood that leaves the photo is trusted', async () => {
    const { confidence } = await judge('<path d="M60 120h196v70h-196z" fill="#b98a58"/>');
    expect(confidence).toBeGreaterThanOrEqual(CONFIDENT_FROM);
  });

  test('a part that the mask leaves away is missed', async () => {
    const { confidence, warnings } = await judge(bottle, '<path d="M75 200h100v25h-100z" fill="#222"/>');
    expect(confidence).toBeLessThan(CONFIDENT_FROM);
    expect(warnings.join(' ')).toMatch(/missing/);
  });
});

test('what is round a product is textured in grass and calm before a wall, whatever the product is like', async () => {
  const busyAround = async (besides: string) => {
    const found = '<path d="M95 80h70v110h-70z" fill="#3a6ea5"/><path d="M100 90h8v90h-8z" fill="#fff"/>';
    const rgba = await draw(`<rect width="${SIDE}" height="${SIDE}" fill="url(#g)"/>${besides}${found}`);
    const alpha = (await draw(found)).filter((_, i) => i % 4 === 3);
    const photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
    return (await photoSigns(photo, { width: SIDE, height: SIDE, values: Uint8Array.from(alpha) }))
      .busyAround;
  };
  const blades = Array.from(
    { length: 64 },
    (_, i) => `<path d="M${i * 4} 0v256" stroke="#3d6b2a" stroke-width="2"/>`,
  );
  expect(await busyAround('')).toBeLessThan(0.05);
  expect(await busyAround(blades.join(''))).toBeGreaterThan(0.25);
});
