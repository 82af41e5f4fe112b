import type { Session } from '../../domain/session.ts';
import { noticeDays } from '../../domain/retention.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';

const UNDO_DAYS = 7;
const ORPHAN_AGE_MS = 60 * 60 * 1_000;
const IDEMPOTENCY_AGE_MS = 24 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long it can be looked up who did what. */
const AUDIT_DAYS = 400;
const BATCH = 50;
/** More orphans than this, and more than this share of all files, are no crash's: the database is not the one that knows them. */
const MOST_ORPHANS = 20;
const MOST_ORPHANS_SHARE = 0.25;

/**
 * Keeps the house clean: removes ads deleted a week ago and ads past the retention time, rows and files together;
 * files that no row knows, unless they are suspiciously many; half-written files; idempotency keys and counts that are over. Safe to run at any time and twice.
 * `orphanAgeMs`: a younger file may belong to work that goes on; 0 only where nothing runs.
 * An ad that nobody deleted goes only after its removal stood announced on it for the days of notice.
 */
export async function sweep(
  deps: Pick<Ports, 'store' | 'files' | 'limits' | 'log'>,
  orphanAgeMs: number = ORPHAN_AGE_MS,
): Promise<void> {
  const now = await deps.store.write((tx) => tx.now());
  const before = (ageMs: number) => new Date(now.getTime() - ageMs);
  const expired = await deps.store.write(async (tx) => {
    const deleted = await tx.sessions.listDeletedBefore(before(UNDO_DAYS * DAY_MS), BATCH);
    await tx.idempotency.removeOlderThan(before(IDEMPOTENCY_AGE_MS));
    await tx.requestCounts.removeEnded();
    await tx.audit.removeOlderThan(before(AUDIT_DAYS * DAY_MS));
    return [...deleted, ...(await dueOf(tx, deps.limits.retentionDays, now))];
  });
  for (const session of expired) await removeForGood(deps, session);
  const orphans = await removeOrphans(deps, before(orphanAgeMs));
  const halfWritten = await deps.files.removeHalfWritten(before(orphanAgeMs));
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
  { store, files, log }: Pick<Ports, 'store' | 'files' | 'log'>,
  olderThan: Date,
): Promise<number> {
  const { orphans, total } = await findOrphans({ store, files }, olderThan);
  if (orphans.length > MOST_ORPHANS && orphans.length > total * MOST_ORPHANS_SHARE) {
    log.error(
      { event: 'sweep.refused', orphans: orphans.length, files: total },
      'the database knows so few of the media that none were removed: is it the right one? npm run fsck -- --repair removes them',
    );
    return 0;
  }
  await files.remove(orphans);
  return orphans.length;
}

/** The files that no row knows, and how many files there are in all. */
export async function findOrphans(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  olderThan: Date,
): Promise<{ orphans: string[]; total: number }> {
  const orphans: string[] = [];
  let total = 0;
  let batch: string[] = [];
  const look = async () => {
    const known = await store.read.files.knownKeys(batch);
    orphans.push(...batch.filter((key) => !known.has(key)));
    batch = [];
  };
  for (const prefix of ['sessions/', 'brands/']) {
    for await (const { key, writtenAt } of files.list(prefix)) {
      total += 1;
      if (writtenAt < olderThan) batch.push(key);
      if (batch.length === BATCH) await look();
    }
  }
  if (batch.length > 0) await look();
  return { orphans, total };
}
