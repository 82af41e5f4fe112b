// Makes a fresh checkout ready to run: npm packages, Node 24, FFmpeg. `npm start`, `npm test`, `npm run ad` and
// `npm run doctor` call it first. Plain JavaScript without packages, because it runs before there are any, on the
// machine's own Node (18 or newer). It asks nothing; what it cannot do it says in one sentence.
//
//   --quiet   print only when something is done
//   --test    what the tests need too (development packages, Chromium, an S3 server)
//   --web     the web studio, built when its sources changed
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './ensure-chromium.mjs';
import { ensureFfmpeg } from './ensure-ffmpeg.mjs';
import { ensureNode } from './ensure-node.mjs';
import { ensureObjectGateway } from './ensure-object-gateway.mjs';
import { ensurePackages } from './ensure-packages.mjs';
import { ensureWeb } from './ensure-web.mjs';
import { SetUpError } from './run-command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isQuiet = process.argv.includes('--quiet');
const startedAt = Date.now();

try {
  const withDevelopment = process.argv.includes('--test');
  const found = [
    await ensurePackages(root, { withDevelopment }),
    await ensureNode(root),
    await ensureFfmpeg(root),
    ...(withDevelopment ? [await ensureChromium(), await ensureObjectGateway()] : []),
    ...(process.argv.includes('--web') ? [await ensureWeb(root)] : []),
  ];
  if (!isQuiet) process.stderr.write(`${found.join(', ')}: ready in ${Date.now() - startedAt} ms\n`);
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
