import type { UserRole } from '@spotsmith/contract/words';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** Adds a person. The first one of an installation is its owner, whatever was asked; `by` is who adds them. Throws Conflict `email_taken`. */
export async function createUser(
  { store, passwords }: Pick<Ports, 'store' | 'passwords'>,
  input: { email: string; fullName: string; password: string; role: UserRole; by?: User },
): Promise<User> {
  const { email, fullName, role } = input;
  const passwordHash = await passwords.hash(input.password);
  return store.write(async (tx) => {
    const isFirst = (await tx.accounts.listUsers()).length === 0;
    await tx.audit.append({ action: 'account_made', actor: input.by?.email ?? null, subject: email });
    return tx.accounts.insertUser({
      id: crypto.randomUUID(),
      email,
      fullName,
      passwordHash,
      role: isFirst ? 'owner' : role,
    });
  });
}
