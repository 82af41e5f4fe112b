import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { librariesIn, unexplained } from '../scripts/licences.mjs';
import { sbomOf } from '../scripts/sbom.mjs';

const lockFile = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'));

test('every library has a permissive licence or a reason', () => {
  expect(unexplained(librariesIn(lockFile))).toEqual([]);
});

test.each<[string, { version: string; license?: string; name?: string }]>([
  ['a copyleft licence', { version: '1.0.0', license: 'GPL-3.0' }],
  ['no licence', { version: '1.0.0' }],
  ['a reason that holds for development only', { version: '1.0.0', license: 'MPL-2.0', name: 'axe-core' }],
])('one with %s is refused', (_what, { name = 'stranger', ...locked }) => {
  const packages = { [`node_modules/${name}`]: locked };
  expect(unexplained(librariesIn({ packages })).map((each) => each.name)).toEqual([name]);
});

test('the list of parts names every library of the lock file with its licence and digest, in CycloneDX', () => {
  const sbom = sbomOf(lockFile, { version: '0.1.0', isShippedOnly: false });
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
  expect(sbom.components).toHaveLength(librariesIn(lockFile).length);
  const fastify = sbom.components.find(({ name }) => name === 'fastify');
  expect(fastify).toMatchObject({
    type: 'library',
    scope: 'required',
    purl: `pkg:npm/fastify@${lockFile.packages['node_modules/fastify'].version}`,
    licenses: [{ license: { id: 'MIT' } }],
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
  });
  const scoped = sbom.components.find(({ name }) => name === '@fastify/helmet');
  expect(scoped?.purl).toMatch(/^pkg:npm\/%40fastify\/helmet@/);
  const references = sbom.components.map((component) => component['bom-ref']);
  expect(new Set(references).size).toBe(references.length);
  const shipped = sbomOf(lockFile, { version: '0.1.0', isShippedOnly: true });
  expect(shipped.components.map(({ name }) => name)).not.toContain('vitest');
});
