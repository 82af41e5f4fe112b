// How the gate does on a folder of real photographs that nobody keeps: a row of signs a photo, held against verdicts by
// eye. Half of the photos, by the hash of their names, are held out from tuning.
// Run: npx node bench/studio/real-photo-table.ts PHOTOS [VERDICTS.json] [CACHE] > table.md  (6 s a photo, once)
// VERDICTS.json: { "shoe.jpg": "good" | "bad" | "between" }. CACHE keeps what the network saw, to tune without it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { z } from 'zod';
import { CONFIDENT_FROM, judgeMask } from '../../packages/studio/src/cutout/confidence.ts';
import { findIsnetWeights, openIsnet } from '../../packages/studio/src/cutout/isnet.ts';
import { measureMask } from '../../packages/studio/src/cutout/network-cutout.ts';
import { type Photo, readPhoto } from '../../packages/studio/src/cutout/read-photo.ts';
import { type Look, lookAgain } from '../../packages/studio/src/cutout/second-look.ts';

const Verdicts = z.record(z.string(), z.enum(['good', 'bad', 'between']));
const isPhoto = /\.(jpe?g|png|webp|avif)$/i;

const [photosDir, verdictsPath, cacheDir] = process.argv.slice(2);
const weights = findIsnetWeights();
if (!photosDir) throw new Error('Name a folder of photographs.');
if (!weights) throw new Error('Install @imgly/background-removal-data first.');
const verdicts = verdictsPath ? Verdicts.parse(JSON.parse(readFileSync(verdictsPath, 'utf8'))) : {};

const hashOf = (name: string) => createHash('sha256').update(name).digest();
const isHeldOut = (name: string) => (hashOf(name)[0] ?? 0) % 2 === 1;

/** Opens the network on its first look that is not in the cache. */
function cachedLook(name: string, photo: Photo): { look: Look; close: () => Promise<void> } {
  let network: ReturnType<typeof openIsnet> | undefined;
  const look: Look = async (part) => {
    const { left, top, width, height } = part.box;
    const key = `${name}.${left}-${top}-${width}-${height}-${part.isMirrored ? 1 : 0}.png`;
    const path = cacheDir ? join(cacheDir, key) : null;
    if (path && existsSync(path)) {
      const { data, info } = await sharp(path).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
      return { width: info.width, height: info.height, values: new Uint8Array(data) };
    }
    network ??= openIsnet(photo, weights ?? '');
    const mask = await (await network).look(part);
    const raw = { width: mask.width, height: mask.height, channels: 1 } as const;
    if (path) await sharp(mask.values, { raw }).png().toFile(path);
    return mask;
  };
  return { look, close: async () => (await network)?.close() };
}

const columns = [
  'soft',
  'disagreement',
  'cover',
  'support',
  'arm',
  'left away',
  'torn',
  'busy',
  'plain',
  'figure',
];
console.log(`| photo | half | by eye | confidence | gate | ${columns.join(' | ')} |`);
console.log(`|${'---|'.repeat(5 + columns.length)}`);
const tally = new Map<string, number>();
for (const name of readdirSync(photosDir).filter((file) => isPhoto.test(file))) {
  const photo = await readPhoto(join(photosDir, name));
  const { look, close } = cachedLook(name, photo);
  const whole = { left: 0, top: 0, width: photo.width, height: photo.height };
  const facts = await measureMask(photo, await lookAgain(photo, await look({ box: whole }), look));
  await close();
  const { confidence } = judgeMask(facts);
  const half = isHeldOut(name) ? 'held out' : 'tuning';
  const gate = confidence >= CONFIDENT_FROM ? 'passes' : 'asks';
  const verdict = verdicts[name] ?? '?';
  const {
    softShare,
    disagreement,
    cover,
    edgeSupport,
    leadsToEdge,
    leftAwayShare,
    outlineRatio,
    busyAround,
    isPlain,
    isFigure,
  } = facts;
  const shares = [
    softShare,
    disagreement,
    cover,
    edgeSupport,
    leadsToEdge,
    leftAwayShare,
    outlineRatio - 1,
    busyAround,
    Number(isPlain),
    Number(isFigure),
  ];
  const told = shares.map((share) => share.toFixed(3)).join(' | ');
  console.log(`| ${name} | ${half} | ${verdict} | ${confidence.toFixed(2)} | ${gate} | ${told} |`);
  const key = `${half} | ${verdict} | ${gate}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
}
console.log('\n| half | by eye | gate | photos |\n|---|---|---|---|');
for (const [key, count] of [...tally].toSorted(([one], [other]) => one.localeCompare(other)))
  console.log(`| ${key} | ${count} |`);
