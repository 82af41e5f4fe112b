import type { ApiToken } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** One's own tokens, without what would let anybody use them. */
export async function listApiTokens(
  { store }: Pick<Ports, 'store'>,
  { userId }: { userId: string },
): Promise<ApiToken[]> {
  return store.read.accounts.listApiTokens(userId);
}
