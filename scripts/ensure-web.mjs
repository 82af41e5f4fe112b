import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInView, SetUpError } from './run-command.mjs';
import { withLock } from './with-lock.mjs';

const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/next.config.mjs',
  'apps/web/postcss.config.mjs',
  'packages/contract/src',
  'packages/motion/src',
  'package-lock.json',
];

/**
 * Builds the web studio when its sources are not those of the build that is there.
 * @param {string} root
 */
export async function ensureWeb(root) {
  if (isCurrent(root)) return 'web studio';
  await withLock(join(root, '.set-up.lock'), async () => {
    if (!isCurrent(root)) await build(root);
  });
  return 'web studio built';
}

/** @param {string} root */
async function build(root) {
  process.stderr.write('Building the web studio; this takes about half a minute, once.\n');
  const wanted = fingerprint(root);
  const node = join(root, 'node_modules/.bin/node');
  const isBuilt = await runInView(node, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: join(root, 'apps/web'),
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (!isBuilt)
    throw new SetUpError('The web studio could not be built; the reason is above. Mend it and start again.');
  writeFileSync(stampFile(root), wanted);
}

/** @param {string} root */
function isCurrent(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
}

const stampFile = (/** @type {string} */ root) => join(root, 'apps/web/.next/built-from');

/** Changes with every source file, and with the addresses that Next writes into the bundle. @param {string} root */
function fingerprint(root) {
  const { NEXT_PUBLIC_API_URL, NEXT_PUBLIC_WS_URL, NEXT_PUBLIC_MEDIA_ORIGIN } = process.env;
  const addresses = [NEXT_PUBLIC_API_URL, NEXT_PUBLIC_WS_URL, NEXT_PUBLIC_MEDIA_ORIGIN];
  const hash = createHash('sha256').update(addresses.map((address) => `${address ?? ''}\n`).join(''));
  for (const file of sources.flatMap((path) => filesIn(root, path))) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * The files of a folder, or the file itself, in an order that does not depend on the disk. Tests are not built.
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return path.includes('.test.') ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}
