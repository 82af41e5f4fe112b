// What each library in the lock file may be used under. `npm run check` refuses what is neither on the list nor explained.

/**
 * @typedef {{ version?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean; integrity?: string }} LockedPackage
 * @typedef {{ name: string; version: string; licence: string; isShipped: boolean; integrity: string | undefined }} Library
 */

/** SPDX identifiers that ask for no more than being named. */
const ALLOWED = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'Zlib',
  'Unlicense',
  '(MIT OR CC0-1.0)',
];

/** Why these may stay, by the beginning of the name. What is new here belongs into NOTICE. */
const EXCEPTIONS = {
  '@img/sharp-': 'libvips is LGPL and loaded as a shared library that can be exchanged',
  '@imgly/background-removal-data':
    'AGPL, so optional and never vendored; only its model files are read, which it states to be MIT',
  'libheif-js': 'LGPL, loaded as a module of its own that can be exchanged; decodes HEIC in a limited child',
  'caniuse-lite': 'CC-BY-4.0 data that Next.js reads when it builds; not shipped to anybody',
  'json-schema': 'AFL-2.1 or BSD-3-Clause; taken under BSD-3-Clause',
  lightningcss: 'MPL-2.0; compiles the style sheets when the web studio is built, unchanged and not shipped',
  flatbuffers: 'Apache-2.0, in a file of its own',
};

/** The same for what only developers install: nothing of it is shipped. */
const EXCEPTIONS_IN_DEVELOPMENT = {
  'axe-core': 'MPL-2.0; looks at pages in the browser tests, unchanged',
  '@axe-core/': 'MPL-2.0; loads axe-core',
  reserved: 'says MIT in its package, and nothing in the lock file',
};

/**
 * Every library in a lock file of npm, once for each version.
 * @param {{ packages: Record<string, LockedPackage> }} lockFile
 * @returns {Library[]}
 */
export function librariesIn({ packages }) {
  const libraries = Object.entries(packages)
    .filter(([folder, { link }]) => folder.includes('node_modules/') && !link)
    .map(([folder, { version = '', license = 'none', dev = false, integrity }]) => ({
      name: folder.replace(/.*node_modules\//, ''),
      version,
      licence: license,
      isShipped: !dev,
      integrity,
    }));
  return [...new Map(libraries.map((library) => [`${library.name}@${library.version}`, library])).values()];
}

/**
 * Those that nobody said may stay.
 * @param {Library[]} libraries
 */
export function unexplained(libraries) {
  return libraries.filter(({ name, licence, isShipped }) => {
    const reasons = isShipped ? EXCEPTIONS : { ...EXCEPTIONS, ...EXCEPTIONS_IN_DEVELOPMENT };
    return !ALLOWED.includes(licence) && !Object.keys(reasons).some((start) => name.startsWith(start));
  });
}
