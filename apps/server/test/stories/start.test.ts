import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { runServer } from '../support/run-server.ts';

const CLI = join(import.meta.dirname, '../../src/cli');
const run = promisify(execFile);
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spotsmith-start-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What a start that fails prints. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const error = await runServer({ DATA_DIR: join(dir, 'data'), ...environment }).then(
    async (server) => {
      await server.stop('SIGKILL');
      return new Error('It started.');
    },
    (reason: unknown) => reason as Error,
  );
  return error.message;
}

test('a port that is taken is named', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  expect(await refusal({ PORT: port, DATA_DIR: await aDataDir('whole') })).toMatch(
    new RegExp(`port ${port} is in use.*PORT`, 'is'),
  );
  taken.close();
});

test('a data directory that cannot be written to is named', async () => {
  const file = join(dir, 'a-file');
  await writeFile(file, '');
  expect(await refusal({ DATA_DIR: join(file, 'data') })).toMatch(/cannot start.*a-file.*DATA_DIR/s);
});

test('a database that cannot be reached is said so, without its password', async () => {
  const said = await refusal({ DATABASE_URL: 'postgresql://ada:secret@127.0.0.1:9/ads' });
  expect(said).toMatch(/database cannot be reached/i);
  expect(said).not.toContain('secret');
});

test('a misspelt setting is refused with the name that was meant', async () => {
  expect(await refusal({ DATABSE_URL: 'postgresql://x/y' })).toContain('Did you mean DATABASE_URL?');
});

test('a second process on the same data is told who is there', async () => {
  const dataDir = await aDataDir('shared');
  const first = await runServer({ DATA_DIR: dataDir });
  expect(await refusal({ DATA_DIR: dataDir })).toContain(`in use by process ${first.pid}`);
  await first.stop('SIGKILL');
});

/** A data directory with a whole database in it. */
async function aDataDir(name: string): Promise<string> {
  const dataDir = join(dir, name);
  await copyEmbedded(join(dataDir, 'database'));
  await mkdir(join(dataDir, 'secrets'));
  return dataDir;
}

const GARBAGE = Buffer.alloc(8192, 'garbage');

test.each<[what: string, spoil: (dataDir: string) => Promise<unknown>, said: RegExp]>([
  [
    'a database whose heart is damaged',
    (dataDir) => writeFile(join(dataDir, 'database/global/pg_control'), GARBAGE),
    /The database in .* is damaged .* Restore a backup/,
  ],
  [
    'a database without its log',
    (dataDir) => rm(join(dataDir, 'database/pg_wal'), { recursive: true }),
    /The database in .* is damaged .* Restore a backup/,
  ],
  [
    'a database of another version',
    (dataDir) => writeFile(join(dataDir, 'database/PG_VERSION'), '16\n'),
    /is of PostgreSQL 16, and this is 18/,
  ],
  [
    'a file where the database should be',
    async (dataDir) => {
      await rm(join(dataDir, 'database'), { recursive: true });
      await writeFile(join(dataDir, 'database'), '');
    },
    /database cannot be made: a file is where a directory has to be/,
  ],
  [
    'garbage in the lock',
    (dataDir) => writeFile(join(dataDir, 'database.lock'), GARBAGE),
    /database\.lock is not a lock that Spotsmith wrote\. Remove it/,
  ],
  [
    'garbage in a kept secret',
    (dataDir) => writeFile(join(dataDir, 'secrets/jwt'), GARBAGE),
    /secrets\/jwt does not hold a secret .* remove it to make a new one/,
  ],
  [
    'a file where temporary files should be',
    (dataDir) => writeFile(join(dataDir, 'tmp'), ''),
    /tmp cannot be made: a file is where a directory has to be/,
  ],
])('%s ends the start with a sentence, not with a trace', async (what, spoil, said) => {
  const dataDir = await aDataDir(what.replaceAll(' ', '-'));
  await spoil(dataDir);
  isSentence(await refusal({ DATA_DIR: dataDir }), said);
});

test('a path that is too long, at any depth, ends the start with a sentence', async () => {
  isSentence(await refusal({ DATA_DIR: join(dir, 'a'.repeat(300)) }), /longer path than this system allows/);
  const almost = join(dir, ...Array.from({ length: 19 }, () => 'b'.repeat(200)), 'c'.repeat(200));
  isSentence(await refusal({ DATA_DIR: almost }), /longer path|with a short path/);
});

// Only root may mount.
test.runIf(process.getuid?.() === 0)(
  'a database that cannot be written to, and a disk with no room for one, are told as such',
  async () => {
    const [frozen, small] = [await aDataDir('frozen'), join(dir, 'small')];
    await mkdir(small);
    const database = join(frozen, 'database');
    await run('mount', ['--bind', database, database]);
    await run('mount', ['-o', 'remount,ro,bind', database]);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small]);
    try {
      isSentence(await refusal({ DATA_DIR: frozen }), /database cannot be written to\. Make it writable/);
      isSentence(await refusal({ DATA_DIR: small }), /is on a disk that is full\. Free some space/);
    } finally {
      await run('umount', [database]);
      await run('umount', [small]);
    }
  },
);

function isSentence(printed: string, said: RegExp): void {
  expect(printed).toMatch(/^The server ended with 1:\n(?:\{.*\}\n)*Spotsmith cannot start\.\n/);
  expect(printed).toMatch(said);
  expect(printed).not.toMatch(/^ +at /m);
}

test('what is kept is this user’s alone, whatever the directory allowed before and whoever opened it', async () => {
  const dataDir = join(dir, 'open-to-all');
  for (const name of ['', 'tmp', 'secrets', 'media']) {
    await mkdir(join(dataDir, name));
    await chmod(join(dataDir, name), 0o777);
  }
  // A shell that keeps nothing to itself, and three programs that may be the first to open the database.
  const asAll = (...args: string[]) =>
    run('sh', ['-c', 'umask 000 && exec "$0" --no-warnings "$@"', process.execPath, ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        VIDEO_ENCODER: 'software',
      },
    });
  await asAll(join(CLI, 'doctor.ts'), '--offline').catch(() => undefined);
  await asAll(join(CLI, 'users.ts'), 'add', 'ada@example.com', '--owner');
  const before = process.umask(0);
  const server = await runServer({ DATA_DIR: dataDir }).finally(() => process.umask(before));
  expect(await openToOthers(dataDir)).toEqual([]);
  await server.stop('SIGTERM');
  expect(await openToOthers(dataDir)).toEqual([]);
});

/** What somebody else may read or write of database, secrets and temporary files. */
async function openToOthers(dataDir: string): Promise<string[]> {
  const inside = (await readdir(dataDir, { recursive: true })).filter((path) => !path.startsWith('media'));
  expect(inside).toEqual(
    expect.arrayContaining(['secrets/jwt', 'database/PG_VERSION', 'database.lock', 'tmp']),
  );
  const open: string[] = [];
  for (const path of inside) {
    const { mode } = await stat(join(dataDir, path));
    if ((mode & 0o077) !== 0) open.push(`${path} ${(mode & 0o777).toString(8)}`);
  }
  return open;
}

test('in production the published password lets nobody in: the start is refused until it is another', async () => {
  const dataDir = await aDataDir('was-tried-out');
  const tried = await runServer({ DATA_DIR: dataDir });
  await tried.stop('SIGTERM');
  const production = {
    DATA_DIR: dataDir,
    ENV: 'production',
    HOST: '127.0.0.1',
    JWT_SECRET_KEY: randomBytes(32).toString('hex'),
    PUBLIC_URL: 'https://ads.example',
  };
  const said = await refusal(production);
  isSentence(said, /The demo login, which everybody knows, still opens this installation/);
  const [, email = ''] = /npm run users -- reset (\S+)/.exec(said) ?? [];
  await run(process.execPath, ['--no-warnings', join(CLI, 'users.ts'), 'reset', email], {
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], DATA_DIR: dataDir },
  });
  const server = await runServer(production);
  await server.stop('SIGTERM');
});

test('npm run ad with a prompt that is too short says so and exits with 2', async () => {
  const missing = run(process.execPath, [join(CLI, 'ad.ts'), '--prompt', 'no']);
  await expect(missing).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('--prompt') });
});
