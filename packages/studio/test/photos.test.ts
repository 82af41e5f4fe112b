import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { maskByFloodKey } from '../src/cutout/flood-key.ts';
import { findIsnetWeights } from '../src/cutout/isnet.ts';
import { readPhoto } from '../src/cutout/read-photo.ts';
import { preparePhoto } from '../src/photo.ts';
import { heicFile } from './heic-sample.ts';
import { sampleProduct } from './sample-product.ts';
import { scratchFolder } from './scratch.ts';

const folder = await scratchFolder();
const noisy = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({
    create: {
      width,
      height,
      channels,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

async function fileOf(name: string, bytes: Buffer | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe('photos that cannot be used are refused with a stable code', () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
  const cases: [string, string, () => Promise<Buffer | string>][] = [
    ['a picture of one pixel', 'photo_too_small', () => noisy(1, 1).png().toBuffer()],
    ['an SVG', 'photo_is_svg', async () => '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a text file', 'photo_not_an_image', async () => 'hello'],
    ['a HEIC photo that holds no picture', 'photo_is_heic', async () => heic],
    [
      'a JPEG cut short',
      'photo_damaged',
      async () => (await noisy(400, 300).jpeg().toBuffer()).subarray(0, 4000),
    ],
    [
      'a corrupt PNG',
      'photo_damaged',
      async () => (await noisy(400, 300).png().toBuffer()).fill(7, 2000, 3000),
    ],
    [
      'a fully transparent PNG',
      'photo_transparent',
      () =>
        sharp({ create: { width: 200, height: 200, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
    ],
    [
      'a flat colour',
      'photo_blank',
      () =>
        sharp({ create: { width: 200, height: 200, channels: 3, background: '#c8c8c8' } })
          .png()
          .toBuffer(),
    ],
    [
      'more than 40 megapixels',
      'photo_too_many_pixels',
      () =>
        sharp({ create: { width: 8000, height: 6000, channels: 3, background: '#abc' } })
          .png()
          .toBuffer(),
    ],
    ['more than 25 MB', 'photo_too_many_bytes', async () => Buffer.alloc(25_000_001)],
  ];
  test.each(cases)('%s: %s', async (name, code, make) => {
    const photoPath = await fileOf(`${code}-${name.length}`, await make());
    await expect(readPhoto(photoPath)).rejects.toMatchObject({ name: 'PhotoRefused', code });
  });

  test('the refusal crosses the process boundary with its sentence', async () => {
    const photoPath = await fileOf('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(preparePhoto({ photoPath, outDir: folder })).rejects.toMatchObject({
      code: 'photo_is_svg',
      message: /PNG/,
    });
  });
});

describe('unusual photos are read', () => {
  test('a CMYK JPEG and a 16-bit PNG become 8-bit sRGB', async () => {
    const cmyk = await fileOf('cmyk.jpg', await noisy(300, 200).toColourspace('cmyk').jpeg().toBuffer());
    const deep = await fileOf('deep.png', await noisy(300, 200).toColourspace('rgb16').png().toBuffer());
    for (const file of [cmyk, deep]) {
      const { width, height, rgba } = await readPhoto(file);
      expect([width, height, rgba.length]).toEqual([300, 200, 300 * 200 * 4]);
    }
  });

  test('a turned photo stands upright', async () => {
    const file = await fileOf(
      'turned.jpg',
      await noisy(300, 200).withExif({}).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    const { width, height } = await readPhoto(file);
    expect([width, height]).toEqual([200, 300]);
  });

  test('a HEIC of a phone stands upright, with its own colours', async () => {
    const size = { width: 320, height: 240 };
    const red = { ...size, channels: 3, background: '#c83220' } as const;
    const green = { width: 120, height: 240, channels: 3, background: '#20a040' } as const;
    const picture = await fileOf(
      'phone.png',
      await sharp({ create: red })
        .composite([{ input: { create: green }, left: 0, top: 0 }])
        .png()
        .toBuffer(),
    );
    const heic = { folder, picture, ...size };
    const plain = await readPhoto(await heicFile({ ...heic, name: 'plain.heic' }));
    expect(plain).toMatchObject({ width: 320, height: 240, hasAlpha: false });
    expect(colourAt(plain, 40, 120)).toEqual(near([0x20, 0xa0, 0x40]));
    expect(colourAt(plain, 280, 120)).toEqual(near([0xc8, 0x32, 0x20]));

    // A quarter turn against the clock: what was left is at the bottom.
    const turned = await readPhoto(await heicFile({ ...heic, name: 'turned.heic', quarterTurns: 1 }));
    expect(turned).toMatchObject({ width: 240, height: 320 });
    expect(colourAt(turned, 120, 280)).toEqual(near([0x20, 0xa0, 0x40]));

    // The same numbers mean a stronger red in the wide colours of a phone.
    const profile = await displayP3();
    const wide = await readPhoto(await heicFile({ ...heic, name: 'wide.heic', profile }));
    expect(colourAt(wide, 280, 120)[0]).toBeGreaterThan(0xc8 + 8);
  });

  test('an animation gives its first frame and says so', async () => {
    const frames = await noisy(120, 240).raw().toBuffer();
    const file = await fileOf(
      'moving.gif',
      await sharp(frames, { raw: { width: 120, height: 240, channels: 3, pageHeight: 120 } })
        .gif()
        .toBuffer(),
    );
    const { height, warnings } = await readPhoto(file);
    expect(height).toBe(120);
    expect(warnings.join(' ')).toContain('first frame');
  });

  test('a small photo is used with a warning', async () => {
    const { warnings } = await readPhoto(await fileOf('small.png', await noisy(300, 200).png().toBuffer()));
    expect(warnings.join(' ')).toContain('300 px');
  });
});

/** Red, green and blue of one pixel. */
const colourAt = ({ rgba, width }: { rgba: Buffer; width: number }, x: number, y: number) => [
  ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
];
const near = (colour: number[]) => colour.map((byte): unknown => expect.closeTo(byte, -1));

/** The profile that phones put into their photos. */
async function displayP3(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const { icc } = await sharp(png).metadata();
  if (icc === undefined) throw new Error('No profile was written.');
  return icc;
}

describe('cutting the product out', () => {
  test('a picture that already has alpha is used as it is', async () => {
    const photo = await sampleProduct(folder);
    expect(photo).toMatchObject({
      method: 'alpha',
      confidence: 1,
      isConfident: true,
      viewpoint: 'eye-level',
    });
    expect(photo.cutoutPath && existsSync(photo.cutoutPath)).toBe(true);
    expect(photo.palette.signature?.h).toBeGreaterThan(20);
    expect(photo.palette.signature?.h).toBeLessThan(45);
  });

  test('the flood key finds a product on a plain, unevenly lit backdrop', async () => {
    const backdrop = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><defs><linearGradient id="g" x2="0" y2="1">
      <stop offset="0" stop-color="#dedede"/><stop offset="1" stop-color="#bcbcbc"/></linearGradient></defs>
      <rect width="400" height="400" fill="url(#g)"/><circle cx="200" cy="200" r="110" fill="#2456a8"/></svg>`;
    const photo = await readPhoto(
      await fileOf('ball.png', await sharp(Buffer.from(backdrop)).png().toBuffer()),
    );
    const { mask, borderRoughness } = await maskByFloodKey(photo);
    const area = mask.values.reduce((sum, value) => sum + value / 255, 0) / mask.values.length;
    expect(borderRoughness).toBeLessThan(0.03);
    expect(area).toBeCloseTo((Math.PI * 110 ** 2) / 400 ** 2, 1);
  });

  test('a real photo of a cup is cut out, seen from above, and its red is found', async () => {
    const photoPath = fileURLToPath(new URL('../../../bench/studio/photos/coffee.webp', import.meta.url));
    const photo = await preparePhoto({ photoPath, outDir: folder });
    if (findIsnetWeights()) {
      expect(photo).toMatchObject({ method: 'isnet', isConfident: true, viewpoint: 'top-down' });
    } else {
      expect(photo).toMatchObject({ method: 'card', isConfident: false });
    }
    expect(photo.palette.signature?.h).toBeGreaterThan(20);
    expect((await readFile(photo.normalizedPath)).length).toBeGreaterThan(1000);
  });
});
