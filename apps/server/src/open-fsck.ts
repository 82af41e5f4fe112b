import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { brokenInvariants } from './adapters/postgres/check-invariants.ts';
import { openDatabase } from './adapters/postgres/open-database.ts';
import { openStore } from './adapters/postgres/open-store.ts';
import type { Config } from './config.ts';
import { InvalidInput, NotFound } from './domain/faults.ts';
import { openStorage } from './open-storage.ts';
import type { FileStore } from './ports/file-store.ts';
import { findOrphans } from './use-cases/session/sweep.ts';

/** A file that is younger may belong to work that is under way elsewhere. */
const ORPHAN_AGE_MS = 60 * 60_000;

export type Findings = {
  /** A sentence for each thing that should not be. */
  breaches: string[];
  /** Keys of files that no ad and no brand kit knows. */
  orphans: string[];
  /** How many files there are. */
  files: number;
};

/**
 * Looks an installation through, with its server stopped where the database is embedded. Changes nothing, but removes the
 * orphans when that is wished. Throws Unavailable, InvalidInput `nothing_to_inspect`, with a sentence.
 */
export async function inspectInstallation(
  config: Config,
  { removesOrphans }: { removesOrphans: boolean },
): Promise<Findings> {
  if (config.database.kind === 'embedded' && !existsSync(config.database.directory)) {
    throw new InvalidInput(
      'nothing_to_inspect',
      `There is no database in ${config.dataDir}. Check DATA_DIR.`,
    );
  }
  await using opened = new AsyncDisposableStack();
  const database = await openDatabase(config.database);
  opened.defer(() => database.close());
  const { files } = await openStorage(config);
  const store = openStore(database, () => ({ send: sendsNothing }));
  const breaches = await brokenInvariants(database, (key) => hashOf(files, key), { isAtRest: false });
  const now = await store.write((tx) => tx.now());
  const found = await findOrphans({ store, files }, new Date(now.getTime() - ORPHAN_AGE_MS));
  if (removesOrphans) await files.remove(found.orphans);
  return { breaches, orphans: found.orphans, files: found.total };
}

async function sendsNothing(): Promise<void> {
  throw new Error('A look at an installation sends no jobs.');
}

async function hashOf(files: FileStore, key: string): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of await files.open(key)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
