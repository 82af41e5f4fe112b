import { NotFound } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** Ends one of one's own tokens. Throws NotFound `token_not_found`. */
export async function revokeApiToken(
  { store }: Pick<Ports, 'store'>,
  { user, tokenId }: { user: User; tokenId: string },
): Promise<void> {
  await store.write(async (tx) => {
    const isRevoked = await tx.accounts.revokeApiToken(tokenId, user.id);
    if (!isRevoked) throw new NotFound('token_not_found', 'There is no such token.');
    await tx.audit.append({ action: 'token_revoked', actor: user.email, subject: tokenId });
  });
}
