import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CASES } from './matrix.ts';

// Runs the tests of the matrix, and all that `npm test` leaves out. `--left-out` runs those alone; whatever else is
// said goes to vitest.
const root = resolve(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const said = process.argv.slice(2);
const isAll = !said.includes('--left-out');
const rest = said.filter((arg) => arg !== '--left-out');
const leftOut = globSync('{packages,apps}/*/test/**/*.faults.test.ts', { cwd: root });

process.exitCode = run(leftOut);
if (isAll) process.exitCode ||= run(...provedByNpmTest());

/** The files of the matrix among all others, and the tests in them. */
function provedByNpmTest(): [files: string[], names: string] {
  const proofs = CASES.flatMap((each) => each.proofs).filter(([file]) => !leftOut.includes(file));
  // A title with cases of its own is known by what stands before the first of them, or after it.
  const parts = proofs.flatMap(([, title]) => title.split(/%[sij]/)).map((part) => part.trim());
  const names = [...new Set(parts.filter((part) => part.length > 8))].map((part) =>
    part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return [[...new Set(proofs.map(([file]) => file))], names.join('|')];
}

function run(files: string[], names?: string): number {
  const chosen = names === undefined ? [] : ['--testNamePattern', names];
  const args = [vitest, 'run', ...files, ...chosen, ...rest];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
