import type { Session } from '../../domain/session.ts';
import { noticeDays } from '../../domain/retention.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';

const UNDO_DAYS = 7;
const ORPHAN_AGE_MS = 60 * 60 * 1_000;
const IDEMPOTENCY_AGE_MS = 24 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const BATCH = 50;

/**
 * Keeps the house clean: removes ads deleted a week ago and ads past the retention time, rows and files together;
 * files that no row knows; half-written files; idempotency keys and counts that are over. Safe to run at any time and twice.
 * An ad that nobody deleted goes only after its removal stood announced on it for the days of notice.
 */
export async function sweep(deps: Pick<Ports, 'store' | 'files' | 'limits' | 'log'>): Promise<void> {
  const now = await deps.store.write((tx) => tx.now());
  const before = (ageMs: number) => new Date(now.getTime() - ageMs);
  const expired = await deps.store.write(async (tx) => {
    const deleted = await tx.sessions.listDeletedBefore(before(UNDO_DAYS * DAY_MS), BATCH);
    await tx.idempotency.removeOlderThan(before(IDEMPOTENCY_AGE_MS));
    await tx.requestCounts.removeEnded();
    return [...deleted, ...(await dueOf(tx, deps.limits.retentionDays, now))];
  });
  for (const session of expired) await removeForGood(deps, session);
  const orphans = await removeOrphans(deps, before(ORPHAN_AGE_MS));
  const halfWritten = await deps.files.removeHalfWritten(before(ORPHAN_AGE_MS));
  deps.log.info({ expired: expired.length, orphans, halfWritten }, 'swept');
}

/** Announces what will go, and lists what was announced long enough ago. */
async function dueOf(tx: Transaction, retentionDays: number | null, now: Date): Promise<Session[]> {
  if (retentionDays === null) {
    await tx.sessions.callOffRemovals();
    return [];
  }
  const notice = noticeDays(retentionDays);
  const untouchedSince = new Date(now.getTime() - (retentionDays - notice) * DAY_MS);
  await tx.sessions.announceRemovals(untouchedSince, new Date(now.getTime() + notice * DAY_MS));
  return tx.sessions.listDueForRemoval(now, BATCH);
}

/** Rows go first: a file without a row is an orphan that the next sweep finds, a row without a file is a broken ad. */
async function removeForGood(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  session: Session,
): Promise<void> {
  const keys = (await store.read.files.ofSession(session.id)).map((file) => file.key);
  await store.write((tx) => tx.sessions.remove(session.id));
  await files.remove(keys);
}

async function removeOrphans(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  olderThan: Date,
): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const flush = async () => {
    const known = await store.read.files.knownKeys(batch);
    const orphans = batch.filter((key) => !known.has(key));
    await files.remove(orphans);
    removed += orphans.length;
    batch = [];
  };
  for (const prefix of ['sessions/', 'brands/']) {
    for await (const { key, writtenAt } of files.list(prefix)) {
      if (writtenAt < olderThan) batch.push(key);
      if (batch.length === BATCH) await flush();
    }
  }
  if (batch.length > 0) await flush();
  return removed;
}
