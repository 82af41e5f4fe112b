import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import type { BookProduct } from '../lookbook/draw-frame.ts';
import { loadFolder } from '../lookbook/load-products.ts';
import { BRIEFS } from './briefs.ts';

const CANVASES: Readonly<Record<string, CanvasSize>> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
};

export type Subject = { product: BookProduct; briefs: readonly { id: string; prompt: string }[] };

/** The photos of a folder, cut out by the studio (kept in `cuts`), each with its own sentence or the judge's briefs. */
export async function loadSubjects(folder: string, only: RegExp): Promise<Subject[]> {
  const products = await loadFolder(folder, join(folder, 'cuts'));
  return Promise.all(
    products
      .filter(({ name }) => only.test(name))
      .map(async (product) => {
        const own = await readFile(join(folder, `${product.name}.txt`), 'utf8').catch(() => null);
        const prompt = own?.trim() ?? '';
        return { product, briefs: prompt === '' ? BRIEFS : [{ id: 'own', prompt }] };
      }),
  );
}

/** The canvases of a list such as `16:9,9:16`. Throws Error naming one that is not known. */
export function canvasesIn(list: string): (readonly [name: string, canvas: CanvasSize])[] {
  return list.split(',').map((name) => {
    const canvas = CANVASES[name];
    if (!canvas)
      throw new Error(`There is no canvas "${name}"; there are ${Object.keys(CANVASES).join(', ')}`);
    return [name, canvas] as const;
  });
}
