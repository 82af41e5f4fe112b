import type { EditUser } from '@spotsmith/contract/account';
import { NotFound } from '../../domain/faults.ts';
import { changedQuotas } from '../../domain/quotas.ts';
import { assertNotLastOwner, type User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Changes somebody's account. A new password or disabling it signs that person out everywhere; invitations end with the
 * right to make them.
 * Throws NotFound `user_not_found`, Conflict `last_owner` when nobody would be left to manage accounts.
 */
export async function editUser(
  { store, passwords }: Pick<Ports, 'store' | 'passwords'>,
  { userId, edit }: { userId: string; edit: EditUser },
): Promise<User> {
  const passwordHash = edit.password === undefined ? undefined : await passwords.hash(edit.password);
  return store.write(async (tx) => {
    const owners = await tx.accounts.lockOwners();
    const user = await tx.accounts.findUser(userId);
    if (!user) throw new NotFound('user_not_found', 'There is no such account.');
    const staysOwner = (edit.role ?? user.role) === 'owner' && !(edit.is_disabled ?? user.isDisabled);
    if (!staysOwner) assertNotLastOwner(owners, userId);
    if (passwordHash !== undefined || edit.is_disabled) await tx.accounts.endAccess(userId);
    // Whoever may not manage accounts any more lets nobody in any more.
    if (!staysOwner) await tx.accounts.withdrawInvitationsBy(userId);
    return tx.accounts.updateUser(userId, {
      ...(passwordHash !== undefined && { passwordHash }),
      ...(edit.full_name !== undefined && { fullName: edit.full_name }),
      ...(edit.role !== undefined && { role: edit.role }),
      ...(edit.quotas !== undefined && { quotas: changedQuotas(user.quotas, edit.quotas) }),
      ...(edit.is_disabled !== undefined && { isDisabled: edit.is_disabled }),
    });
  });
}
