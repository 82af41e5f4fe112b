import { findOnPath } from './find-on-path.mjs';
import { output, runInView } from './run-command.mjs';

const managers = [
  {
    program: 'apt-get',
    needsRoot: true,
    before: [['update']],
    install: ['install', '--yes', '--no-install-recommends'],
  },
  { program: 'dnf', needsRoot: true, before: [], install: ['install', '--assumeyes'] },
  { program: 'brew', needsRoot: false, before: [], install: ['install'] },
];

/** What a person would type to install a package here; null where no package manager is known. @param {string} name */
export function installHint(name) {
  const manager = managers.find(({ program }) => findOnPath(program));
  if (!manager) return null;
  return `${manager.needsRoot ? 'sudo ' : ''}${manager.program} install ${name}`;
}

/** See `installPackages`. @param {string} name */
export function installPackage(name) {
  return installPackages([name]);
}

/**
 * Installs packages with the system's package manager, when that is possible without a password. Says whether it did.
 * @param {readonly string[]} names
 */
export async function installPackages(names) {
  const manager = managers.find(({ program }) => findOnPath(program));
  if (!manager) return false;
  const { program, needsRoot, before, install } = manager;
  const isRoot = process.getuid?.() === 0;
  if (needsRoot && !isRoot && output('sudo', ['-n', 'true']) === null) return false;
  process.stderr.write(`Installing ${names.join(', ')}.\n`);
  for (const command of [...before, [...install, ...names]]) {
    const [first, ...rest] =
      needsRoot && !isRoot ? ['sudo', '-n', program, ...command] : [program, ...command];
    if (!(await runInView(first, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } }))) return false;
  }
  return true;
}
