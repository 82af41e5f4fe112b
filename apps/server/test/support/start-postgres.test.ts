import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { createDatabase } from './create-database.ts';
import { findPostgres } from './find-postgres.ts';
import { startPostgres } from './start-postgres.ts';

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.each(inject('postgresServers'))('PostgreSQL $version', ({ version, adminUrl }) => {
  test('answers with the version that was asked for', async () => {
    const [row] = await query(adminUrl, 'SHOW server_version');
    expect(row?.['server_version']).toMatch(new RegExp(`^${version}`));
  });

  test('gives every test a database of its own, copied from a template that is filled once', async () => {
    let fillings = 0;
    const template = {
      name: 'template_of_this_test',
      async fill(connectionString: string) {
        fillings += 1;
        await query(connectionString, 'CREATE TABLE things (name text)');
      },
    };
    const [first, second] = await Promise.all([
      createDatabase(adminUrl, template),
      createDatabase(adminUrl, template),
    ]);

    await query(first, `INSERT INTO things VALUES ('only here')`);
    expect(await query(first, 'SELECT name FROM things')).toEqual([{ name: 'only here' }]);
    expect(await query(second, 'SELECT name FROM things')).toEqual([]);
    expect(fillings).toBe(1);
  });
});

test('a version that is not on this machine is named in the refusal', async () => {
  await expect(startPostgres({ version: 9 })).rejects.toThrow('PostgreSQL 9 is not on this machine');
});

test('every PostgreSQL of this machine starts, and leaves no files behind when it is stopped', async () => {
  for (const { version } of await findPostgres()) {
    const server = await startPostgres({ version: Number.parseInt(version) });
    const [row] = await query(await server.createDatabase(), 'SHOW data_directory');
    await server.stop();
    expect(existsSync(String(row?.['data_directory']))).toBe(false);
  }
});

test('a test run that is killed leaves no server and no files behind', async () => {
  const program = `
    import { startPostgres } from './start-postgres.ts';
    console.log((await startPostgres()).adminUrl);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(parent.stdout, 'data')) as [Buffer];
  const adminUrl = printed.toString().trim();
  const [row] = await query(adminUrl, 'SHOW data_directory');
  const dataDirectory = String(row?.['data_directory']);
  expect(existsSync(dataDirectory)).toBe(true);

  parent.kill('SIGKILL');
  while (existsSync(dataDirectory)) await sleep(50);
  await expect(query(adminUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
});
