import type { AuditAction } from '@spotsmith/contract/words';
import type { Transaction } from '../../ports/store.ts';

/** Writes down what somebody did, with their address as it is now. */
export async function noteAudit(
  tx: Transaction,
  userId: string,
  action: AuditAction,
  subject: string,
): Promise<void> {
  const user = await tx.accounts.findUser(userId);
  await tx.audit.append({ action, actor: user?.email ?? null, subject });
}
