import { InvalidInput } from '../../domain/faults.ts';
import { assertNotLastOwner, type User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Removes one's own account with every ad and file; work that is going on stops by itself. Throws InvalidInput `wrong_password`,
 * Conflict `last_owner` when nobody would be left to manage the accounts of the others.
 */
export async function deleteAccount(
  { store, files, passwords }: Pick<Ports, 'store' | 'files' | 'passwords'>,
  { user, password }: { user: User; password: string },
): Promise<void> {
  if (!(await passwords.verify(password, user.passwordHash))) {
    throw new InvalidInput('wrong_password', 'The password is wrong. Nothing was deleted.');
  }
  const theirs = await store.write(async (tx) => {
    assertNotLastOwner(await tx.accounts.lockOwners(), user.id);
    const kept = await tx.files.ofUser(user.id);
    await tx.accounts.removeUser(user.id);
    await tx.audit.append({ action: 'account_deleted', actor: user.email, subject: user.email });
    return kept;
  });
  await files.remove(theirs.map(({ key }) => key));
}
