import type { TestProject } from 'vitest/node';
import { findPostgres } from './find-postgres.ts';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL servers of this run, oldest and newest version the machine has (one, if they are the same). */
    postgresServers: { version: string; adminUrl: string }[];
  }
}

/** @public Vitest calls it as the global set-up: starts the servers once for all test files, which take databases from them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const majors = (await findPostgres()).map(({ version }) => Number.parseInt(version));
  const oldestAndNewest = new Set([Math.min(...majors), Math.max(...majors)]);
  const servers = await Promise.all([...oldestAndNewest].map((version) => startPostgres({ version })));
  project.provide(
    'postgresServers',
    servers.map(({ version, adminUrl }) => ({ version, adminUrl })),
  );
  return async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
}
