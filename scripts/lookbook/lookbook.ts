// Contact sheets of every style and layout: npm run lookbook -- --out DIR [--style S] [--product P] [--only sheets,check]
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type StyleId, StyleId as StyleIdSchema } from '../../packages/motion/src/storyboard.ts';
import { styles } from '../../packages/motion/src/styles/styles.ts';
import { loadSample } from './load-products.ts';
import { samples } from './samples.ts';
import { drawSheet, type Sheet } from './sheet.ts';
import { fourCanvasesSheet, fourProductsSheet, sameProductSheet, styleSheet } from './sheets.ts';

const { values } = parseArgs({
  options: { out: { type: 'string' }, style: { type: 'string' }, product: { type: 'string' } },
});
if (values.out === undefined) throw new Error('Say where the sheets go: --out DIR');
const out = resolve(values.out);
await mkdir(out, { recursive: true });

const products = Object.fromEntries(
  await Promise.all(
    Object.keys(samples).map(async (name) => [name, await loadSample(name, join(out, 'cuts'))] as const),
  ),
);

async function save(name: string, sheet: Sheet): Promise<void> {
  await writeFile(join(out, `${name}.png`), drawSheet(sheet).canvas.toBuffer('image/png'));
  console.log(`${name}.png`);
}

const wanted: StyleId[] =
  values.style === undefined ? (Object.keys(styles) as StyleId[]) : [StyleIdSchema.parse(values.style)];
for (const id of wanted) await save(`style-${id}`, styleSheet(products, id, values.product));
if (values.style === undefined) {
  await save('same-product', sameProductSheet(products, values.product));
  await save('four-canvases', fourCanvasesSheet(products));
}
await save('four-products', fourProductsSheet(products, wanted[0] ?? 'bold'));
