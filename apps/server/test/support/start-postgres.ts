import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { createDatabase, databaseUrl } from './create-database.ts';
import { findPostgres, type PostgresInstall } from './find-postgres.ts';
import { freePort } from './free-port.ts';

/** A real PostgreSQL server that lives as long as the test run. */
export interface PostgresServer {
  /** The full version, such as `18.4`. */
  version: string;
  /** The superuser's way in, to the database `postgres`. */
  adminUrl: string;
  connectionString(databaseName: string): string;
  /** Makes an empty database and answers its connection string. */
  createDatabase(): Promise<string>;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

type PostgresProcess = ChildProcessByStdio<Writable, null, Readable>;

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; `nobody` exists everywhere and needs no entry in a user table. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Nothing here must survive a power cut, and a test run opens many small pools. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/**
 * Becomes PostgreSQL by `exec`, and leaves a watcher behind that waits for the end of standard input. The kernel
 * closes that pipe even when the test run dies of SIGKILL, so no server and no files are ever orphaned.
 */
const guardedExec = `
exec 3<&0
{ cat <&3; kill -QUIT $$; while kill -0 $$; do sleep 0.1; done; rm -rf "$0"; } >/dev/null 2>&1 &
exec "$@" 3<&- </dev/null`;

/**
 * Starts a PostgreSQL of the wanted major version (15 to 18; by default the newest found) on a free port of
 * 127.0.0.1, with its data in a temporary directory.
 * @throws when the machine has no such version.
 */
export async function startPostgres(wanted: { version?: number } = {}): Promise<PostgresServer> {
  const found = await findPostgres();
  const install = found.find(({ version }) => !wanted.version || Number.parseInt(version) === wanted.version);
  if (!install) {
    const have = found.map(({ version }) => version).join(', ');
    throw new Error(`PostgreSQL ${wanted.version} is not on this machine, only ${have}.`);
  }

  const directory = await mkdtemp(join(tmpdir(), 'spotsmith-postgres-'));
  try {
    return await launch(install, directory);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function launch({ binDir, version }: PostgresInstall, directory: string): Promise<PostgresServer> {
  if (nobody.uid) await chown(directory, nobody.uid, nobody.gid);
  const programs = await withinReach(binDir, directory);
  const dataDir = join(directory, 'data');
  await run(
    `${programs}/initdb`,
    ['-D', dataDir, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...nobody, cwd: directory },
  );

  const port = await freePort();
  const postgres = [`${programs}/postgres`, '-D', dataDir, '-p', `${port}`, ...asFlags(settings)];
  const server = spawn('sh', ['-c', guardedExec, directory, ...postgres], {
    ...nobody,
    cwd: directory,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await untilReady(server);

  const adminUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  return {
    version,
    adminUrl,
    connectionString: (databaseName) => databaseUrl(adminUrl, databaseName),
    createDatabase: () => createDatabase(adminUrl),
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        const exited = once(server, 'exit');
        server.stdin.end();
        await exited;
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Where `nobody` can execute the binaries: in place, or copied when a folder above them is closed to others. */
async function withinReach(binDir: string, directory: string): Promise<string> {
  if (!nobody.uid || (await isOpenToAll(binDir))) return binDir;
  const copy = join(directory, 'postgres');
  await cp(dirname(binDir), copy, { recursive: true, verbatimSymlinks: true });
  await run('chown', ['-R', `${nobody.uid}:${nobody.gid}`, copy]);
  return join(copy, 'bin');
}

async function isOpenToAll(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if (!(mode & 0o001)) return false;
  return path === dirname(path) || isOpenToAll(dirname(path));
}

function asFlags(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Reads the server's log to its end, so that the pipe never fills; resolves when it accepts connections. */
function untilReady(server: PostgresProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const log: string[] = [];
    const lines = createInterface(server.stderr);
    lines.on('line', (line) => {
      log.push(line);
      if (log.length > 20) log.shift();
      if (line.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      server.stdin.end();
      reject(new Error(`PostgreSQL did not start:\n${log.join('\n')}`));
    });
  });
}
