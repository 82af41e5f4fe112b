import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { createLocalToken, LOCAL_TOKEN_NAME } from './create-api-token.ts';

/** The login of an installation on one person's own machine; there is nobody to keep out. */
export const DEMO_LOGIN = { email: 'demo@spotsmith.local', password: 'spotsmith-demo' } as const;

/**
 * On one person's own computer only: makes the demo user while there is no account, and gives the command line on this
 * computer a token of its own, in place of the one of the last start. Returns the token. A demo user that was deleted
 * stays deleted: then the command line works as the first owner.
 */
export async function openLocalAccess(deps: Pick<Ports, 'store' | 'passwords' | 'tokens'>): Promise<string> {
  const user = await localUser(deps);
  const old = await deps.store.read.accounts.listApiTokens(user.id);
  await deps.store.write(async (tx) => {
    for (const token of old.filter(({ name }) => name === LOCAL_TOKEN_NAME)) {
      await tx.accounts.revokeApiToken(token.id, user.id);
    }
  });
  const { token } = await createLocalToken(deps, { userId: user.id });
  return token;
}

async function localUser({ store, passwords }: Pick<Ports, 'store' | 'passwords'>): Promise<User> {
  const users = await store.read.accounts.listUsers();
  const existing =
    users.find(({ email, isDisabled }) => email === DEMO_LOGIN.email && !isDisabled) ??
    users.find(({ role, isDisabled }) => role === 'owner' && !isDisabled);
  if (existing !== undefined) return existing;
  const passwordHash = await passwords.hash(DEMO_LOGIN.password);
  return store.write((tx) =>
    tx.accounts.insertUser({
      id: crypto.randomUUID(),
      email: DEMO_LOGIN.email,
      fullName: 'Demo',
      role: 'owner',
      passwordHash,
    }),
  );
}
