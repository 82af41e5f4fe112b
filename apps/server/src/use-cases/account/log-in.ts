import { Unauthenticated } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';

export type Login = { accessToken: string; expiresAt: Date; user: User };

const LOGIN_MS = 24 * 60 * 60 * 1000;

/**
 * Signs a person in for 24 hours. A wrong password, an unknown address and a disabled account are answered alike and
 * take the same time. Throws Unauthenticated `wrong_credentials`.
 */
export async function logIn(
  { store, passwords, tokens }: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  { email, password }: { email: string; password: string },
): Promise<Login> {
  const user = await store.read.accounts.findUserByEmail(email);
  const isRight = await passwords.verify(password, user?.passwordHash ?? null);
  if (!user || !isRight || user.isDisabled) {
    throw new Unauthenticated('wrong_credentials', 'The e-mail address or the password is wrong.');
  }
  const login = await store.write((tx) => openLogin(tx, user.id));
  return { user, expiresAt: login.expiresAt, accessToken: await tokens.sign(login) };
}

/** Writes down a new login of a user. The caller signs its claims once the transaction has committed. */
export async function openLogin(
  tx: Transaction,
  userId: string,
): Promise<{ userId: string; jti: string; expiresAt: Date }> {
  const jti = crypto.randomUUID();
  const expiresAt = new Date((await tx.now()).getTime() + LOGIN_MS);
  await tx.accounts.insertAuthToken({ id: jti, userId, expiresAt });
  return { userId, jti, expiresAt };
}
