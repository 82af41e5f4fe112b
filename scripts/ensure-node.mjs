import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, runInView, SetUpError } from './run-command.mjs';

/**
 * Checks that `node_modules/.bin/node` is the Node of `package.json`. Its package fetches the binary in an install
 * script; where scripts are switched off, everything would silently run on the machine's own Node.
 * @param {string} root
 */
export async function ensureNode(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.node;
  const isThere = () => output(join(root, 'node_modules/.bin/node'), ['--version'])?.trim() === `v${wanted}`;
  if (isThere()) return `Node ${wanted}`;
  await runInView('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: root });
  if (isThere()) return `Node ${wanted} installed`;
  throw new SetUpError(
    `Node ${wanted} is missing from node_modules because npm ran without install scripts, and fetching it now failed. Check the network and type: npm rebuild node --ignore-scripts=false`,
  );
}
