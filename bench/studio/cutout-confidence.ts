// How honest the cut-out's confidence is: pictures with known masks, the IoU reached, and what the gate says.
// Run: npx node bench/studio/cutout-confidence.ts > table.md  (about 8 s a picture)
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { CONFIDENT_FROM, judgeMask } from '../../packages/studio/src/cutout/confidence.ts';
import { maskByFloodKey } from '../../packages/studio/src/cutout/flood-key.ts';
import { findIsnetWeights } from '../../packages/studio/src/cutout/isnet.ts';
import { keepMainRegions, type Mask } from '../../packages/studio/src/cutout/mask.ts';
import { cutOutByNetwork, measureMask } from '../../packages/studio/src/cutout/network-cutout.ts';
import { solidInside } from '../../packages/studio/src/cutout/solid-inside.ts';
import type { Photo } from '../../packages/studio/src/cutout/read-photo.ts';

const SIDE = 720;

interface Case {
  name: string;
  photo: Buffer;
  /** RGBA picture whose alpha is the truth. */
  truth: Buffer;
}

const file = (name: string) => readFileSync(fileURLToPath(new URL(`photos/${name}`, import.meta.url)));
const icon = async (name: string, size: number) =>
  sharp(
    readFileSync(
      fileURLToPath(new URL(`../../packages/studio/assets/illustrations/${name}.svg`, import.meta.url)),
    ),
    { density: 72 * 24 },
  )
    .resize(size, size)
    .png()
    .toBuffer();

const clear = { width: SIDE, height: SIDE, channels: 4, background: '#0000' } as const;
const plain = (color: string) =>
  sharp({ create: { ...clear, background: color } })
    .png()
    .toBuffer();
/** A busy ground: the wooden table of the coffee photo, enlarged. */
const table = () =>
  sharp(file('coffee.webp'))
    .extract({ left: 440, top: 150, width: 150, height: 150 })
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
/** A busier one: the whole coffee photo, cup and all. */
const cafe = () => sharp(file('coffee.webp')).resize(SIDE, SIDE, { fit: 'cover' }).blur(2).png().toBuffer();
const striped = () => {
  const stripes = Array.from(
    { length: 18 },
    (_, i) => `<rect x="${i * 40}" width="20" height="720" fill="${i % 2 ? '#c33' : '#357'}"/>`,
  ).join('');
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="720" height="720" fill="#ddd"/>${stripes}</svg>`,
    ),
  )
    .png()
    .toBuffer();
};

interface Placed {
  image: Buffer;
  left?: number;
  top?: number;
}

async function compose(
  name: string,
  ground: Buffer,
  layers: readonly Placed[],
  truthLayers = layers,
): Promise<Case> {
  const place = (list: readonly Placed[]) =>
    list.map(({ image, left = 0, top = 0 }) => ({ input: image, left, top }));
  return {
    name,
    photo: await sharp(ground).composite(place(layers)).png().toBuffer(),
    truth: await sharp({ create: clear }).composite(place(truthLayers)).png().toBuffer(),
  };
}

const pictureOf = (name: string) =>
  sharp(file(`${name}.webp`))
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
const alphaOf = (name: string) => pictureOf(`${name}-alpha`);
const studio = async (name: string): Promise<Case> => ({
  name: `${name} on a studio ground`,
  photo: await pictureOf(name),
  truth: await alphaOf(name),
});

async function crop(
  base: Case,
  name: string,
  left: number,
  top: number,
  width: number,
  height: number,
): Promise<Case> {
  const cut = (image: Buffer) =>
    sharp(image).extract({ left, top, width, height }).resize(SIDE, SIDE, { fit: 'fill' }).png().toBuffer();
  return { name, photo: await cut(base.photo), truth: await cut(base.truth) };
}

/** People with products, and products that could be taken for people. */
const MODELLED = {
  'held-serum': 'a hand around a bottle',
  'olive-serum': 'an olive hand from the left',
  'deep-tube': 'a dark hand from the right',
  'held-tube': 'a pale hand in a grey sleeve',
  'gloved-carton': 'a grey glove',
  'held-perfume': 'a brown hand from below',
  'held-headphones': 'a dark hand in a red sleeve',
  'held-carton': 'somebody holding a carton',
  'brown-carton': 'a brown person in beige with a carton',
  'deep-carton': 'a dark person in red with a carton',
  'worn-headphones': 'headphones on a head',
  plant: 'a fig in a pot',
  boots: 'tan leather boots',
  handbag: 'a tan leather handbag',
  vase: 'a terracotta vase with a neck',
  decanter: 'a bottle with a wooden ball on it',
};

async function cases(): Promise<Case[]> {
  const small = async (name: string, size: number) =>
    sharp(await alphaOf(name))
      .resize(size, size)
      .png()
      .toBuffer();
  const carton = await studio('carton');
  const shoe = await studio('shoe');
  return [
    ...(await Promise.all(['serum', 'watch', 'headphones', 'perfume', 'tube'].map(studio))),
    carton,
    shoe,
    await compose('watch on a table', await table(), [{ image: await alphaOf('watch') }]),
    await compose('serum on a table', await table(), [{ image: await alphaOf('serum') }]),
    await compose('shoe in a café', await cafe(), [{ image: await alphaOf('shoe') }]),
    await compose('headphones before stripes', await striped(), [{ image: await alphaOf('headphones') }]),
    await compose('white tube on white', await plain('#f4f4f4'), [{ image: await alphaOf('tube') }]),
    await compose('dark headphones on black', await plain('#141414'), [
      { image: await alphaOf('headphones') },
    ]),
    await compose('glass flacon before stripes', await striped(), [{ image: await alphaOf('perfume') }]),
    await crop(carton, 'carton that fills the frame', 235, 150, 260, 420),
    await crop(shoe, 'shoe cut off at the edge', 250, 150, 470, 470),
    await crop(shoe, 'close detail of a shoe', 200, 300, 180, 180),
    await compose('three products in a row', await plain('#d8d4cf'), [
      { image: await small('serum', 330), left: 0, top: 200 },
      { image: await small('watch', 330), left: 195, top: 200 },
      { image: await small('tube', 330), left: 390, top: 200 },
    ]),
    await compose('a product among others', await cafe(), [
      { image: await small('serum', 420), left: 300, top: 250 },
      { image: await small('carton', 420), left: -0, top: 250 },
    ]),
    await compose('plant on stripes', await striped(), [
      { image: await icon('potted-plant', 520), left: 100, top: 100 },
    ]),
    await compose('plant on a plain wall', await plain('#e4ddd2'), [
      { image: await icon('potted-plant', 520), left: 100, top: 100 },
    ]),
    await compose('bicycle on a plain wall', await plain('#d9e2e8'), [
      { image: await icon('bicycle', 600), left: 60, top: 60 },
    ]),
    await compose('a small watch far away', await table(), [
      { image: await small('watch', 200), left: 260, top: 260 },
    ]),
    await compose('two shoes crossing', await plain('#cfd6da'), [
      { image: await small('shoe', 600), left: 0, top: 0 },
      { image: await small('shoe', 600), left: 110, top: 110 },
    ]),
    ...(await Promise.all(
      Object.entries(MODELLED).map(async ([file, name]) => ({ ...(await studio(file)), name })),
    )),
    {
      name: 'nothing but a table',
      photo: await table(),
      truth: await sharp({ create: clear }).png().toBuffer(),
    },
  ];
}

async function photoOf(bytes: Buffer): Promise<Photo> {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: data, hasAlpha: false, warnings: [] };
}

async function iouOf(mask: Mask, truth: Buffer): Promise<number> {
  const wanted = await sharp(truth)
    .ensureAlpha()
    .extractChannel(3)
    .resize(mask.width, mask.height, { fit: 'fill' })
    .raw()
    .toBuffer();
  let both = 0;
  let either = 0;
  for (let i = 0; i < wanted.length; i += 1) {
    const isWanted = (wanted[i] ?? 0) > 127;
    const isFound = (mask.values[i] ?? 0) > 127;
    if (isWanted && isFound) both += 1;
    if (isWanted || isFound) either += 1;
  }
  return either === 0 ? 0 : both / either;
}

const weights = findIsnetWeights();
if (!weights) throw new Error('Install @imgly/background-removal-data first.');
const only = process.argv[2];
console.log(
  '| picture | IoU | confidence | gate | soft | disagreement | cover | edge | support | arm | left away | figure | flood-key IoU |',
);
console.log(`|${'---|'.repeat(13)}`);
const tally = { goodPassed: 0, goodHeld: 0, badPassed: 0, badHeld: 0 };
for (const { name, photo: bytes, truth } of await cases()) {
  if (only && !name.includes(only)) continue;
  const photo = await photoOf(bytes);
  const seen = await cutOutByNetwork(photo, weights);
  const iou = await iouOf(keepMainRegions(solidInside(seen.mask)), truth);
  const keyed = await maskByFloodKey(photo);
  const facts = await measureMask(photo, seen);
  const { confidence } = judgeMask(facts);
  const passes = confidence >= CONFIDENT_FROM;
  const isGood = iou >= 0.9;
  tally[isGood ? (passes ? 'goodPassed' : 'goodHeld') : passes ? 'badPassed' : 'badHeld'] += 1;
  const shares = [
    facts.softShare,
    facts.disagreement,
    facts.cover,
    facts.edgeTouch,
    facts.edgeSupport,
    facts.leadsToEdge,
    facts.leftAwayShare,
    facts.isFigure ? 1 : 0,
  ];
  const flood = await iouOf(keepMainRegions(keyed.mask), truth);
  console.log(
    `| ${name} | ${iou.toFixed(3)} | ${confidence.toFixed(2)} | ${passes ? 'passes' : 'asks'} | ${shares.map((share) => share.toFixed(3)).join(' | ')} | ${flood.toFixed(3)} (${keyed.borderRoughness.toFixed(3)}) |`,
  );
}
const { goodPassed, goodHeld, badPassed, badHeld } = tally;
console.log(
  `\n| | passes | asks |\n|---|---|---|\n| IoU ≥ 0.9 | ${goodPassed} | ${goodHeld} |\n| IoU < 0.9 | ${badPassed} | ${badHeld} |`,
);
