import type { EditUser } from '@spotsmith/contract/account';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Changes somebody's account. A new password or disabling it signs that person out everywhere.
 * Throws NotFound `user_not_found`, Conflict `last_owner` when nobody would be left to manage accounts.
 */
export async function editUser(
  { store, passwords }: Pick<Ports, 'store' | 'passwords'>,
  { userId, edit }: { userId: string; edit: EditUser },
): Promise<User> {
  const passwordHash = edit.password === undefined ? undefined : await passwords.hash(edit.password);
  return store.write(async (tx) => {
    const users = await tx.accounts.listUsers();
    const user = users.find(({ id }) => id === userId);
    if (!user) throw new NotFound('user_not_found', 'There is no such account.');
    const staysOwner = (edit.role ?? user.role) === 'owner' && !(edit.is_disabled ?? user.isDisabled);
    if (!staysOwner && isLastOwner(users, user)) {
      throw new Conflict('last_owner', 'This is the only owner. Make somebody else an owner first.');
    }
    if (passwordHash !== undefined || edit.is_disabled) await tx.accounts.revokeAuthTokens({ userId });
    return tx.accounts.updateUser(userId, {
      ...(passwordHash !== undefined && { passwordHash }),
      ...(edit.full_name !== undefined && { fullName: edit.full_name }),
      ...(edit.role !== undefined && { role: edit.role }),
      ...(edit.is_disabled !== undefined && { isDisabled: edit.is_disabled }),
    });
  });
}

function isLastOwner(users: User[], user: User): boolean {
  const owners = users.filter(({ role, isDisabled }) => role === 'owner' && !isDisabled);
  return owners.length === 1 && owners[0]?.id === user.id;
}
