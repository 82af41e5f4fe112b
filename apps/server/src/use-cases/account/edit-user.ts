import type { EditUser } from '@spotsmith/contract/account';
import { NotFound } from '../../domain/faults.ts';
import { changedQuotas } from '../../domain/quotas.ts';
import { assertNotLastOwner, type User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Changes somebody's account. A new password or disabling it signs that person out everywhere; invitations end with the
 * right to make them. A new password takes the second factor away. `by` is who changes it; nobody on the command line.
 * Throws NotFound `user_not_found`, Conflict `last_owner` when nobody would be left to manage accounts.
 */
export async function editUser(
  { store, passwords }: Pick<Ports, 'store' | 'passwords'>,
  { userId, edit, by }: { userId: string; edit: EditUser; by?: User },
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
    await tx.audit.append({
      action: 'account_changed',
      actor: by?.email ?? null,
      subject: `${user.email}: ${Object.keys(edit).join(', ')}`,
    });
    return tx.accounts.updateUser(userId, {
      // Whoever lost the phone too is let in again.
      ...(passwordHash !== undefined && { passwordHash, secondFactor: null }),
      ...(edit.full_name !== undefined && { fullName: edit.full_name }),
      ...(edit.role !== undefined && { role: edit.role }),
      ...(edit.quotas !== undefined && { quotas: changedQuotas(user.quotas, edit.quotas) }),
      ...(edit.is_disabled !== undefined && { isDisabled: edit.is_disabled }),
    });
  });
}
