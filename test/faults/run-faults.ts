import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { CASES } from './matrix.ts';

// Runs the tests of the matrix and no others.
const root = resolve(import.meta.dirname, '../..');
const proofs = CASES.flatMap((each) => each.proofs);
const files = [...new Set(proofs.map(([file]) => file))];
// A title with cases of its own is known by what stands before the first of them, or after it.
const parts = proofs.flatMap(([, title]) => title.split(/%[sij]/)).map((part) => part.trim());
const names = [...new Set(parts.filter((part) => part.length > 8))].map((part) =>
  part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
);

const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files, '--testNamePattern', names.join('|')],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
