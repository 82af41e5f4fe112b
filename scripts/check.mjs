// Everything that can be known without running the product: types, boundaries, format, dead code, the API's document.
// All steps run, whatever fails, so that one look shows all there is to mend.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'node_modules/.bin');

const rooms = ['packages', 'apps', 'bench'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);
const typed = ['.', ...rooms].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
/**
 * What the compiler learned of a room last time: a second look at the server takes 2 s instead of 12.
 * @param {string} folder
 */
const known = (folder) => join(root, 'node_modules/.cache/tsc', `${folder.replaceAll('/', '-')}.json`);
const openapi = 'apps/server/openapi.json';

const steps = [
  ...typed.map((folder) => [
    'tsc',
    '--noEmit',
    '-p',
    folder,
    '--incremental',
    '--tsBuildInfoFile',
    known(folder),
  ]),
  ['oxlint', '--type-aware'],
  ['oxfmt', '--check'],
  ['knip'],
  ['node', 'scripts/check-licences.mjs'],
  ...(existsSync(join(root, openapi)) ? [['spectral', 'lint', '--fail-severity=warn', openapi]] : []),
];

const failed = steps.filter(([tool = '', ...args]) => {
  const startedAt = performance.now();
  const { status, error, stdout, stderr } = spawnSync(join(tools, tool), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}` },
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(5)} s  ${tool} ${args.slice(0, 3).join(' ')}`,
  );
  if (status !== 0) console.log(error ? error.message : `${stdout}${stderr}`);
  return status !== 0;
});

console.log(
  failed.length ? `${failed.length} of ${steps.length} checks failed` : `${steps.length} checks passed`,
);
process.exitCode = failed.length ? 1 : 0;
