import type { AdCounts } from '@spotsmith/contract/sessions';
import { AD_GROUPS, STATUSES_OF } from '@spotsmith/contract/words';
import type { Ports } from '../../ports/ports.ts';

/** How many ads the caller has in each group, and how many that were deleted and can be restored. */
export async function countSessions(
  { store }: Pick<Ports, 'store'>,
  { userId }: { userId: string },
): Promise<AdCounts> {
  const counted = await store.read.sessions.countByStatus(userId);
  const sum = (rows: typeof counted) => rows.reduce((total, { count }) => total + count, 0);
  const kept = counted.filter(({ isDeleted }) => !isDeleted);
  const [making = 0, waiting = 0, finished = 0, stopped = 0] = AD_GROUPS.map((group) =>
    sum(kept.filter(({ status }) => STATUSES_OF[group].includes(status))),
  );
  const deleted = sum(counted.filter(({ isDeleted }) => isDeleted));
  return { all: sum(kept), making, waiting, finished, stopped, deleted };
}
