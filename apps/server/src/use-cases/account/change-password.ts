import { InvalidInput } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { LOCAL_TOKEN_NAME } from './create-api-token.ts';
import { openLogin, type Login } from './log-in.ts';

/**
 * Changes one's own password and signs out everywhere else: every login, API token and socket ends, and the caller gets a
 * new login. The command line on this computer stays in.
 * Throws InvalidInput `wrong_password`.
 */
export async function changePassword(
  { store, passwords, tokens }: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  input: { user: User; currentPassword: string; newPassword: string },
): Promise<Login> {
  const { user, currentPassword, newPassword } = input;
  if (!(await passwords.verify(currentPassword, user.passwordHash))) {
    throw new InvalidInput('wrong_password', 'The current password is wrong. Nothing was changed.');
  }
  const passwordHash = await passwords.hash(newPassword);
  const login = await store.write(async (tx) => {
    await tx.accounts.updateUser(user.id, { passwordHash });
    await tx.accounts.endAccess(user.id, { tokenName: LOCAL_TOKEN_NAME });
    await tx.audit.append({ action: 'password_changed', actor: user.email, subject: user.email });
    return openLogin(tx, user.id);
  });
  return { user, expiresAt: login.expiresAt, accessToken: await tokens.sign(login) };
}
