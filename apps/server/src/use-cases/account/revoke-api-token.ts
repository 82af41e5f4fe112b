import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';

/** Ends one of one's own tokens. Throws NotFound `token_not_found`. */
export async function revokeApiToken(
  { store }: Pick<Ports, 'store'>,
  { userId, tokenId }: { userId: string; tokenId: string },
): Promise<void> {
  const isRevoked = await store.write((tx) => tx.accounts.revokeApiToken(tokenId, userId));
  if (!isRevoked) throw new NotFound('token_not_found', 'There is no such token.');
}
