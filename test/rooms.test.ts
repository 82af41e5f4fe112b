import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const SOURCES = ['{apps,packages}/*/{src,test,scripts}', '{bench,scripts,test}'].map(
  (folders) => `${folders}/**/*.{ts,tsx,mjs}`,
);
const MOST_LINES = 15;

/** Folders with two or more source files. */
function rooms(): string[] {
  const folders = globSync(SOURCES, { cwd: root }).map((file) => dirname(file));
  return [...new Set(folders)].filter((folder) => folders.indexOf(folder) !== folders.lastIndexOf(folder));
}

/** Where a room is described. A package that is one room may leave it to its own README. */
function readmeOf(room: string, all: readonly string[]): string {
  const own = join(room, 'README.md');
  const isWholePackage = basename(room) === 'src' && !all.some((other) => other.startsWith(`${room}/`));
  return isWholePackage && !existsSync(join(root, own)) ? join(dirname(room), 'README.md') : own;
}

test('every room says in at most fifteen lines what it holds', () => {
  const all = rooms();
  expect(all.length).toBeGreaterThan(50);
  const findings = all.flatMap((room) => {
    const readme = readmeOf(room, all);
    if (!existsSync(join(root, readme))) return [`${room} has no README.md`];
    const lines = readFileSync(join(root, readme), 'utf8').trimEnd().split('\n').length;
    return lines > MOST_LINES ? [`${readme} has ${lines} lines`] : [];
  });
  expect(findings).toEqual([]);
});
