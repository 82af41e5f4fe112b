import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInView, SetUpError } from './run-command.mjs';
import { withLock } from './with-lock.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Runs `npm ci` when the installed packages are not those of `package-lock.json`.
 * @param {string} root
 * @param {{ withDevelopment: boolean }} wanted
 */
export async function ensurePackages(root, { withDevelopment }) {
  if (isCurrent(root, withDevelopment)) return 'packages';
  await withLock(join(root, '.set-up.lock'), async () => {
    if (!isCurrent(root, withDevelopment)) await install(root, withDevelopment);
  });
  return 'packages installed';
}

/** @param {string} root @param {boolean} withDevelopment */
async function install(root, withDevelopment) {
  process.stderr.write('Installing the npm packages; the first time takes about a minute and 1.5 GB.\n');
  const options = ['--no-audit', '--no-fund', ...(withDevelopment ? ['--include=dev'] : [])];
  if (!(await runInView('npm', ['ci', ...options], { cwd: root }))) {
    throw new SetUpError(
      'npm could not install the packages (its reason is above). Mend that, or check the network, and start again.',
    );
  }
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), fingerprint(root) + (withDevelopment ? developmentMark : ''));
}

/** @param {string} root @param {boolean} withDevelopment */
function isCurrent(root, withDevelopment) {
  if (!existsSync(installedFile(root))) return false;
  const stamp = existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : '';
  if (stamp.startsWith(fingerprint(root)) && (!withDevelopment || stamp.endsWith(developmentMark)))
    return true;
  return (
    differences(readPackages(lockFile(root)), readPackages(installedFile(root)), withDevelopment).length === 0
  );
}

const lockFile = (/** @type {string} */ root) => join(root, 'package-lock.json');

/** What npm writes when it is done: the packages that are really there. */
const installedFile = (/** @type {string} */ root) => join(root, 'node_modules/.package-lock.json');

const stampFile = (/** @type {string} */ root) => join(root, 'node_modules/.cache/spotsmith/packages');

const developmentMark = ' with development packages';

/** Changes with what is wanted and with whatever npm did since our `npm ci`. @param {string} root */
function fingerprint(root) {
  return createHash('sha256')
    .update(readFileSync(lockFile(root)))
    .update(readFileSync(installedFile(root)))
    .digest('hex');
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
    .filter(([folder]) => folder.includes('node_modules/'))
    .filter(([folder, entry]) => {
      const there = installed[folder];
      return there ? there.version !== entry.version : !mayBeMissing(entry);
    })
    .map(([folder]) => folder);
}
