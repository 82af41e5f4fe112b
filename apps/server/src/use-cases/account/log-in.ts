import { Unauthenticated } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { takeCode } from './second-factor.ts';
import type { Transaction } from '../../ports/store.ts';

export type Login = { accessToken: string; expiresAt: Date; user: User };

const LOGIN_MS = 24 * 60 * 60 * 1000;

/**
 * Signs a person in for 24 hours. A wrong password, an unknown address and a disabled account are answered alike and
 * take the same time. Who has a second factor shows a code of it too. Throws Unauthenticated `wrong_credentials`,
 * `code_needed`, `wrong_code`.
 */
export async function logIn(
  deps: Pick<Ports, 'store' | 'passwords' | 'tokens' | 'oneTimeCodes'>,
  { email, password, code }: { email: string; password: string; code?: string | undefined },
): Promise<Login> {
  const { store, passwords, tokens } = deps;
  const user = await store.read.accounts.findUserByEmail(email);
  const isRight = await passwords.verify(password, user?.passwordHash ?? null);
  if (!user || !isRight || user.isDisabled) {
    // Written for every address alike, so that it takes as long; what was typed is kept of known ones only.
    const subject = user?.email ?? '';
    await store.write((tx) => tx.audit.append({ action: 'sign_in_refused', actor: null, subject }));
    throw new Unauthenticated('wrong_credentials', 'The e-mail address or the password is wrong.');
  }
  if (user.secondFactor?.isConfirmed && code === undefined) {
    throw new Unauthenticated('code_needed', 'Enter the code of your authenticator app, or a recovery code.');
  }
  const login = await store.write(async (tx) => {
    const way = await takeCode(tx, deps, user, code ?? '');
    if (way === null) {
      await tx.audit.append({ action: 'sign_in_refused', actor: null, subject: user.email });
      return null;
    }
    if (way === 'recovery') {
      await tx.audit.append({ action: 'recovery_code_used', actor: user.email, subject: user.email });
    }
    await tx.audit.append({ action: 'signed_in', actor: user.email, subject: user.email });
    return openLogin(tx, user.id);
  });
  if (login === null) {
    throw new Unauthenticated('wrong_code', 'The code is wrong or was used already. Wait for the next one.');
  }
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
