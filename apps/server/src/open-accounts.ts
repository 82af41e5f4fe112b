import { openDatabase } from './adapters/postgres/open-database.ts';
import { openStore } from './adapters/postgres/open-store.ts';
import { createPasswordHasher } from './adapters/secrets/password-hasher.ts';
import type { Config } from './config.ts';
import type { Ports } from './ports/ports.ts';

/** As much of the house as accounts need: the database and passwords, without queue, media or doors. */
export async function openAccounts(
  config: Config,
): Promise<Pick<Ports, 'store' | 'passwords'> & { close(): Promise<void> }> {
  const database = await openDatabase(config.database);
  const noJobs = { send: () => Promise.reject(new Error('Accounts send no jobs.')) };
  return {
    store: openStore(database, () => noJobs),
    passwords: await createPasswordHasher(),
    close: () => database.close(),
  };
}
