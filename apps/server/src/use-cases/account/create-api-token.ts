import type { ApiToken } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

export const API_TOKEN_PREFIX = 'sps_';
/** The token that an installation on one person's own computer gives its command line. */
export const LOCAL_TOKEN_NAME = 'Command line on this computer';
/** What is kept to tell tokens apart: the prefix and the first characters of the secret. */
const SHOWN_CHARACTERS = 10;

/** Makes a token for a program. The token itself is in this answer and nowhere else. */
export async function createApiToken(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  { userId, name }: { userId: string; name: string },
): Promise<ApiToken & { token: string }> {
  const token = `${API_TOKEN_PREFIX}${tokens.newSecret()}`;
  const kept = await store.write((tx) =>
    tx.accounts.insertApiToken({
      id: crypto.randomUUID(),
      userId,
      name,
      prefix: token.slice(0, SHOWN_CHARACTERS),
      tokenHash: tokens.digest(token),
    }),
  );
  return { ...kept, token };
}
