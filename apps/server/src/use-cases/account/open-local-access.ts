import type { Ports } from '../../ports/ports.ts';
import { createApiToken } from './create-api-token.ts';

/** The login of an installation on one person's own machine; there is nobody to keep out. */
export const DEMO_LOGIN = { email: 'demo@spotsmith.local', password: 'spotsmith-demo' } as const;

const TOKEN_NAME = 'Command line on this computer';

/**
 * On one person's own computer only: makes sure the demo user exists, and gives the command line on this computer a token of its own,
 * in place of the one of the last start. Returns the token.
 */
export async function openLocalAccess(deps: Pick<Ports, 'store' | 'passwords' | 'tokens'>): Promise<string> {
  const user = await ensureDemoUser(deps);
  const old = await deps.store.read.accounts.listApiTokens(user.id);
  await deps.store.write(async (tx) => {
    for (const token of old.filter(({ name }) => name === TOKEN_NAME)) {
      await tx.accounts.revokeApiToken(token.id, user.id);
    }
  });
  const { token } = await createApiToken(deps, { userId: user.id, name: TOKEN_NAME });
  return token;
}

async function ensureDemoUser({ store, passwords }: Pick<Ports, 'store' | 'passwords'>) {
  const existing = await store.read.accounts.findUserByEmail(DEMO_LOGIN.email);
  if (existing !== null) return existing;
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
