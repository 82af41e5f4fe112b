import { QUOTAS } from '@spotsmith/contract/words';
import { assertWithin, NO_OWN_QUOTAS, quotaOf, type Usage } from '../../domain/quotas.ts';
import type { Limits } from '../../ports/ports.ts';
import type { Reader, Transaction } from '../../ports/store.ts';

/** Refuses what would take a person past a quota, before anything is done for it. Throws Conflict `quota_…`. */
export async function assertRoom(
  read: Pick<Reader, 'accounts' | 'usage'>,
  { quotas }: Limits,
  userId: string,
  more: Partial<Usage>,
): Promise<void> {
  const { quotas: own } = (await read.accounts.findUser(userId)) ?? { quotas: NO_OWN_QUOTAS };
  const usage = await read.usage.of(userId);
  for (const name of QUOTAS) {
    assertWithin(name, usage[name], more[name] ?? 0, quotaOf(name, own, quotas));
  }
}

/** The same where it is written: one person's requests wait for each other, so that two do not take the last place. */
export async function claimRoom(
  tx: Transaction,
  limits: Limits,
  userId: string,
  more: Partial<Usage>,
): Promise<void> {
  await tx.accounts.lockUser(userId);
  await assertRoom(tx, limits, userId, more);
}
