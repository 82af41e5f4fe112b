// Takes the SVGs of the illustrations out of @iconify-json/fluent-emoji (104 MB, not a dependency). Run once, by hand:
//   npm pack @iconify-json/fluent-emoji@1.2.7 && tar xzf *.tgz && node extract-illustrations.ts package/icons.json
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { FALLBACK_ICON, ILLUSTRATIONS } from '../src/draft/illustrations.ts';

const iconsSchema = z.object({
  width: z.number(),
  height: z.number(),
  icons: z.record(z.string(), z.object({ body: z.string() })),
});

const [source] = process.argv.slice(2);
if (!source) throw new Error('Say where icons.json is.');
const { width, height, icons } = iconsSchema.parse(JSON.parse(await readFile(source, 'utf8')));
const folder = new URL('../assets/illustrations/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const icon of new Set([...ILLUSTRATIONS.map((illustration) => illustration.icon), FALLBACK_ICON])) {
  const body = icons[icon]?.body;
  if (!body) throw new Error(`There is no icon "${icon}".`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>\n`;
  await writeFile(new URL(`${icon}.svg`, folder), svg);
}
