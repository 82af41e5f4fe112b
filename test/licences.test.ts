import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const permissive =
  /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|Zlib|\(MIT OR CC0-1\.0\))$/;

/** Why these may stay. What is new here belongs into NOTICE. */
const exceptions: Record<string, string> = {
  '@img/sharp-': 'libvips is LGPL and loaded as a shared library that can be exchanged',
  '@imgly/background-removal-data':
    'AGPL, so optional and never vendored; only its model files are read, which it states to be MIT',
  'libheif-js': 'LGPL, loaded as a module of its own that can be exchanged; decodes HEIC in a limited child',
  'caniuse-lite': 'CC-BY-4.0 data that Next.js reads when it builds; not shipped to anybody',
  'json-schema': 'AFL-2.1 or BSD-3-Clause; taken under BSD-3-Clause',
  lightningcss: 'MPL-2.0; compiles the style sheets when the web studio is built, unchanged and not shipped',
  flatbuffers: 'Apache-2.0, in a file of its own',
};

test('every library that runs in the product has a permissive licence or a reason', () => {
  const lockFile = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lockFile) as { packages: Record<string, LockedPackage> };
  const unexplained = Object.entries(packages)
    .filter(([folder, { dev, link }]) => folder.includes('node_modules/') && !dev && !link)
    .map(([folder, { license }]) => ({
      name: folder.replace(/.*node_modules\//, ''),
      license: license ?? 'none',
    }))
    .filter(({ license }) => !permissive.test(license))
    .filter(({ name }) => !Object.keys(exceptions).some((exception) => name.startsWith(exception)));
  expect(unexplained).toEqual([]);
});
