// Contact sheets of every style and layout, and what is wrong with them:
// npm run lookbook -- --out DIR [--style S] [--product P] [--photos DIR] [--check]
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type StyleId, StyleId as StyleIdSchema } from '../../packages/motion/src/storyboard.ts';
import { styles } from '../../packages/motion/src/styles/styles.ts';
import { checkAll } from './check-all.ts';
import { loadFolder, loadSample } from './load-products.ts';
import { samples } from '../../packages/motion/test/support/samples.ts';
import { drawSheet, type Sheet } from './sheet.ts';
import {
  fourCanvasesSheet,
  fourProductsSheet,
  photoSheet,
  pictureSheet,
  sameProductSheet,
  styleSheet,
} from './sheets.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    style: { type: 'string' },
    product: { type: 'string' },
    photos: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
if (values.out === undefined) throw new Error('Say where the sheets go: --out DIR');
const out = resolve(values.out);
await mkdir(out, { recursive: true });
const cuts = join(out, 'cuts');

async function save(name: string, sheet: Sheet): Promise<void> {
  await writeFile(join(out, `${name}.png`), drawSheet(sheet).canvas.toBuffer('image/png'));
  console.log(`${name}.png`);
}

const wanted: StyleId[] =
  values.style === undefined ? (Object.keys(styles) as StyleId[]) : [StyleIdSchema.parse(values.style)];

async function drawSamples(): Promise<void> {
  const products = Object.fromEntries(
    await Promise.all(
      Object.keys(samples).map(async (name) => [name, await loadSample(name, cuts)] as const),
    ),
  );
  if (values.check) {
    const { frames, findings } = checkAll(Object.values(products), wanted);
    console.log(`${frames} frames, ${findings} findings`);
    if (findings > 0) process.exitCode = 1;
    return;
  }
  for (const id of wanted) {
    await save(`style-${id}`, styleSheet(products, id, values.product));
    await save(`pictures-${id}`, pictureSheet(products, id, values.product));
  }
  if (values.style === undefined) {
    await save('same-product', sameProductSheet(products, values.product));
    await save('four-canvases', fourCanvasesSheet(products));
  }
  await save('four-products', fourProductsSheet(products, wanted[0] ?? 'bold'));
}

if (values.photos === undefined) await drawSamples();
else
  for (const product of await loadFolder(resolve(values.photos), cuts))
    await save(`photo-${product.name}`, photoSheet(product, wanted));
