import type { UserUse } from '../../ports/store.ts';
import type { Ports } from '../../ports/ports.ts';

/** A month, as bills come. */
const SPENDING_DAYS = 30;

/** What everybody has here and spent lately. For owners only; the door sees to that. */
export async function measureUse({ store }: Pick<Ports, 'store'>): Promise<UserUse[]> {
  return store.read.accounts.useOfAll(SPENDING_DAYS);
}
