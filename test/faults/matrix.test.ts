import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CASES } from './matrix.ts';
import { reliabilityPage } from './reliability-page.ts';

const root = resolve(import.meta.dirname, '../..');

/** A suite that several adapters run stands beside their files. */
function textAround(file: string): string {
  const suites = globSync('*.contract.ts', { cwd: join(root, dirname(file)) });
  return [file, ...suites.map((suite) => join(dirname(file), suite))]
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
}

test('every case of the matrix is there, and each has a test', () => {
  expect(CASES.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
  for (const { number, proofs } of CASES) expect(proofs.length, `case ${number}`).toBeGreaterThan(0);
});

test.each(
  CASES.flatMap(({ number, proofs }) => proofs.map(([file, title]) => [number, title, file] as const)),
)('case %i: “%s” is a test in %s', (_number, title, file) => {
  expect(textAround(file)).toContain(title);
});

test('the page about it is what the matrix says', async () => {
  await expect(reliabilityPage()).toMatchFileSnapshot('../../docs/reliability.md');
});
