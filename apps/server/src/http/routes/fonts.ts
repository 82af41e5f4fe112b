import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fontFamilies, fontFile, type FontFamilyId } from '@spotsmith/motion/text/fonts';
import { z } from 'zod';
import { NotFound } from '#src/domain/faults.ts';
import type { App } from '../app.ts';

/** The packages of the fonts are motion's, wherever npm put them. */
const ofMotion = createRequire(import.meta.resolve('@spotsmith/motion/text/fonts'));

/** A family is a key of the table and a subset a plain name: nothing else becomes a path. */
const Family = z.enum(Object.keys(fontFamilies) as [FontFamilyId, ...FontFamilyId[]]);
const Subset = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Fonts never change under one address: a new version of a package has new glyphs for the same texts, seldom. */
const CACHE = 'public, max-age=604800, immutable';

function pathOf(specifier: string): string {
  try {
    return ofMotion.resolve(specifier);
  } catch {
    throw new NotFound('no_such_font', 'There is no such font file.');
  }
}

/** The typefaces of ads, for the browser's preview: which characters a subset has, and the subset itself. */
export function fontRoutes(app: App): void {
  app.get(
    '/api/fonts/:family/ranges',
    { schema: { hide: true, params: z.object({ family: Family }) } },
    async ({ params }, reply) => {
      const listing = await readFile(pathOf(`${fontFamilies[params.family].package}/unicode.json`));
      return reply.header('cache-control', CACHE).type('application/json').send(listing);
    },
  );
  app.get(
    '/api/fonts/:family/:subset.woff2',
    { schema: { hide: true, params: z.object({ family: Family, subset: Subset }) } },
    async ({ params }, reply) => {
      const path = pathOf(fontFile(params.family, params.subset));
      return reply.header('cache-control', CACHE).type('font/woff2').send(createReadStream(path));
    },
  );
}
