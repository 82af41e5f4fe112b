import { Unauthenticated } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/** Uses a ticket up. Throws Unauthenticated `bad_ticket` when it is used, expired, unknown or for another ad. */
export async function takeSocketTicket(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  { ticket, sessionId }: { ticket: string; sessionId: string },
): Promise<User> {
  const taken = await store.write((tx) => tx.accounts.takeTicket(tokens.digest(ticket)));
  const user = taken?.sessionId === sessionId ? await store.read.accounts.findUser(taken.userId) : null;
  if (!user || user.isDisabled) {
    throw new Unauthenticated('bad_ticket', 'This ticket was used or has expired. Ask for a new one.');
  }
  return user;
}
