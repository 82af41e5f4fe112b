import type { Ports } from '../../ports/ports.ts';

/** Ends one login: its token is worth nothing from now on. */
export async function logOut({ store }: Pick<Ports, 'store'>, { jti }: { jti: string }): Promise<void> {
  await store.write((tx) => tx.accounts.revokeAuthTokens({ jti }));
}
