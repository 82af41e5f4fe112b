import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInView, SetUpError } from './run-command.mjs';
import { withLock } from './with-lock.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Runs `npm ci` when the installed packages are not those of `package-lock.json`.
 * @param {string} root
 * @param {{ withDevelopment: boolean }} wanted
 */
export async function ensurePackages(root, { withDevelopment }) {
  const isCurrent = () => outdatedPackages(root, withDevelopment).length === 0;
  if (isCurrent()) return 'packages';
  await withLock(join(root, '.set-up.lock'), async () => {
    if (isCurrent()) return;
    process.stderr.write('Installing the npm packages; the first time takes about a minute and 1.5 GB.\n');
    const isInstalled = await runInView(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(withDevelopment ? ['--include=dev'] : [])],
      {
        cwd: root,
      },
    );
    if (!isInstalled) {
      throw new SetUpError(
        'npm could not install the packages (its reason is above). Mend that, or check the network, and start again.',
      );
    }
  });
  return 'packages installed';
}

/** @param {string} root @param {boolean} withDevelopment */
function outdatedPackages(root, withDevelopment) {
  const installed = join(root, 'node_modules/.package-lock.json');
  const locked = readPackages(join(root, 'package-lock.json'));
  if (!existsSync(installed)) return Object.keys(locked);
  return differences(locked, readPackages(installed), withDevelopment);
}

/** @param {string} path @returns {LockedPackages} */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/**
 * The packages of the lock file that are missing or of another version, by their folder. npm leaves out optional ones
 * made for other platforms, and development ones on request.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 * @param {boolean} withDevelopment
 */
export function differences(locked, installed, withDevelopment) {
  const mayBeMissing = (/** @type {LockedPackage} */ entry) =>
    entry.optional || entry.devOptional || (entry.dev && !withDevelopment);
  return Object.entries(locked)
    .filter(([folder]) => folder.startsWith('node_modules/') || folder.includes('/node_modules/'))
    .filter(([folder, entry]) => {
      const there = installed[folder];
      return there ? there.version !== entry.version : !mayBeMissing(entry);
    })
    .map(([folder]) => folder);
}
