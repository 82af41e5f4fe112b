import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** Everybody with an account here. For owners only; the door sees to that. */
export async function listUsers({ store }: Pick<Ports, 'store'>): Promise<User[]> {
  return store.read.accounts.listUsers();
}
