import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import type { ProductFacts } from '../../packages/motion/src/product.ts';
import type { Copy } from '../../packages/motion/src/storyboard.ts';
import { loadPicture } from '../../packages/motion/test/support/node-canvas.ts';
import { preparePhoto } from '../../packages/studio/src/photo.ts';
import { type PreparedPhoto, preparedPhotoSchema } from '../../packages/studio/src/prepared-photo.ts';
import type { BookProduct } from './draw-frame.ts';
import { samples } from '../../packages/motion/test/support/samples.ts';

const root = resolve(import.meta.dirname, '../..');

/** What the studio made of a photo, kept in a folder: cutting out takes seconds. */
async function prepared(photoPath: string, folder: string): Promise<PreparedPhoto> {
  const record = join(folder, 'prepared.json');
  try {
    const known = preparedPhotoSchema.parse(JSON.parse(await readFile(record, 'utf8')));
    await access(known.normalizedPath);
    return known;
  } catch {
    await mkdir(folder, { recursive: true });
    const photo = await preparePhoto({ photoPath, outDir: folder });
    await writeFile(record, JSON.stringify(photo));
    return photo;
  }
}

async function asProduct(
  name: string,
  photo: PreparedPhoto,
  facts: ProductFacts | null,
  copy: Copy,
): Promise<BookProduct> {
  const { cutoutPath, normalizedPath, maskPath } = photo;
  return {
    name,
    copy,
    language: 'en',
    photo: await loadPicture(normalizedPath),
    mask: maskPath === null ? null : await loadPicture(maskPath),
    product: cutoutPath !== null && facts ? { facts, cutout: await loadPicture(cutoutPath) } : null,
  };
}

/** A sample product of the repository. */
export async function loadSample(name: string, cutsFolder: string): Promise<BookProduct> {
  const sample = samples[name];
  if (!sample) throw new Error(`There is no sample "${name}"; there are ${Object.keys(samples).join(', ')}`);
  const photo = await prepared(join(root, sample.photo), join(cutsFolder, name));
  return asProduct(name, photo, sample.facts, sample.copy);
}

/** Words that suit any product: the look is judged, not the copy. */
const neutralCopy = (name: string): Copy => ({
  name,
  hook: 'Made for every day',
  what: 'Here for every day that counts',
  benefits: ['Made to last', 'Simple to love', 'Ready when you are'],
  quote: 'I use it every single day.',
  by: '– Sam',
  figure: '30%',
  figureCaption: 'off until Sunday',
  price: '€49',
  off: '−30%',
  until: 'until Sunday',
  callToAction: 'Shop now',
  url: 'shop.example',
});

const photoFile = /\.(jpe?g|png|webp|avif|tiff?)$/i;

/** Every photo of a folder, as the studio sees it: facts and cut-out of its own, or the whole photo. */
export async function loadFolder(folder: string, cutsFolder: string): Promise<BookProduct[]> {
  const files = (await readdir(folder)).filter((file) => photoFile.test(file)).toSorted();
  const products: BookProduct[] = [];
  for (const file of files) {
    const { name } = parse(file);
    const photo = await prepared(join(folder, file), join(cutsFolder, name));
    const words = name.replaceAll(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
    products.push(await asProduct(name, photo, photo.isConfident ? photo.facts : null, neutralCopy(words)));
  }
  return products;
}
