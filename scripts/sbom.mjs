// `npm run sbom`: what Spotsmith is made of, as CycloneDX 1.6 on standard output, for scanners and inventories. It is read
// from the lock file, so it is the same on every machine. `--shipped` leaves out what only developers install.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { librariesIn } from './licences.mjs';

const root = new URL('..', import.meta.url);
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));

/**
 * The document for a lock file.
 * @param {{ packages: Record<string, import('./licences.mjs').LockedPackage> }} lockFile
 * @param {{ version: string; isShippedOnly: boolean }} options
 */
export function sbomOf(lockFile, { version, isShippedOnly }) {
  const libraries = librariesIn(lockFile)
    .filter(({ isShipped }) => isShipped || !isShippedOnly)
    .toSorted((one, other) => (purlOf(one) < purlOf(other) ? -1 : 1));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': 'spotsmith',
        name: 'spotsmith',
        version,
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: libraries.map((library) => ({
      type: 'library',
      'bom-ref': purlOf(library),
      name: library.name,
      version: library.version,
      scope: library.isShipped ? 'required' : 'excluded',
      purl: purlOf(library),
      licenses: licencesOf(library),
      ...hashesOf(library),
    })),
  };
}

/** A package URL; a scope's @ is written as %40. @param {{ name: string; version: string }} library */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** @param {{ licence: string }} library */
function licencesOf({ licence }) {
  if (/ (OR|AND) /.test(licence)) return [{ expression: licence.replace(/^\((.*)\)$/, '$1') }];
  return [{ license: /^[\w.-]+$/.test(licence) && licence !== 'none' ? { id: licence } : { name: licence } }];
}

/** Subresource Integrity, `sha512-` and base 64, to hexadecimal digits. @param {{ integrity: string | undefined }} library */
function hashesOf({ integrity }) {
  const [, digest] = /^sha512-(\S+)/.exec(integrity ?? '') ?? [];
  if (digest === undefined) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = read('package.json');
  const isShippedOnly = process.argv.includes('--shipped');
  console.log(JSON.stringify(sbomOf(read('package-lock.json'), { version, isShippedOnly }), null, 2));
}
