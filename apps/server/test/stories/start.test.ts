import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runServer } from '../support/run-server.ts';

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
  expect(await refusal({ PORT: port })).toMatch(new RegExp(`port ${port} is in use.*PORT`, 'is'));
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
  const first = await runServer({ DATA_DIR: join(dir, 'shared') });
  expect(await refusal({ DATA_DIR: join(dir, 'shared') })).toContain(`in use by process ${first.pid}`);
  await first.stop('SIGKILL');
});

test('npm run ad with a prompt that is too short says so and exits with 2', async () => {
  const missing = run(process.execPath, [join(import.meta.dirname, '../../src/cli/ad.ts'), '--prompt', 'no']);
  await expect(missing).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('--prompt') });
});
