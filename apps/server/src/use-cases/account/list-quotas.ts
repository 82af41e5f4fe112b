import type { QuotaList } from '@spotsmith/contract/account';
import { QUOTAS } from '@spotsmith/contract/words';
import { quotaOf } from '../../domain/quotas.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** What one uses of what there are quotas for, and how much of it one may. */
export async function listQuotas(
  { store, limits }: Pick<Ports, 'store' | 'limits'>,
  { user }: { user: User },
): Promise<QuotaList> {
  const usage = await store.read.usage.of(user.id);
  return {
    items: QUOTAS.map((name) => ({
      name,
      used: usage[name],
      most: quotaOf(name, user.quotas, limits.quotas) || null,
    })),
  };
}
