// A step of `npm run check`: every library of the lock file has a licence on the list, or a reason. Ends with 1 otherwise.
import { readFileSync } from 'node:fs';
import { librariesIn, unexplained } from './licences.mjs';

const lockFile = new URL('../package-lock.json', import.meta.url);
const strangers = unexplained(librariesIn(JSON.parse(readFileSync(lockFile, 'utf8'))));
for (const { name, version, licence } of strangers) {
  console.error(
    `${name} ${version} is under ${licence}: leave it, or say in scripts/licences.mjs why it may stay`,
  );
}
process.exitCode = strangers.length > 0 ? 1 : 0;
