import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { preparePhoto } from '../../packages/studio/src/photo.ts';
import { loadPicture } from '../../packages/motion/test/support/node-canvas.ts';
import type { BookProduct } from './draw-frame.ts';
import { samples } from './samples.ts';

const root = resolve(import.meta.dirname, '../..');

/** The sample's cut-out, made by the studio and kept in a folder. */
export async function loadSample(name: string, cutsFolder: string): Promise<BookProduct> {
  const sample = samples[name];
  if (!sample) throw new Error(`There is no sample "${name}"; there are ${Object.keys(samples).join(', ')}`);
  const folder = join(cutsFolder, name);
  const path = join(folder, 'cutout.png');
  try {
    await access(path);
  } catch {
    await mkdir(folder, { recursive: true });
    const { cutoutPath } = await preparePhoto({ photoPath: join(root, sample.photo), outDir: folder });
    if (cutoutPath === null) throw new Error(`${sample.photo} could not be cut out`);
  }
  return { name, facts: sample.facts, copy: sample.copy, cutout: await loadPicture(path), language: 'en' };
}
