import { Unauthenticated } from '../../domain/faults.ts';
import type { User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Whether somebody who came by a ticket may still listen: the ticket's login may have ended, and with it, by a new password
 * or by being locked out, everything else. Throws Unauthenticated `ticket_ended`.
 */
export async function checkTicketUser(
  { store }: Pick<Ports, 'store'>,
  { id, passwordHash }: User,
): Promise<void> {
  const user = await store.read.accounts.findUser(id);
  if (user !== null && !user.isDisabled && user.passwordHash === passwordHash) return;
  throw new Unauthenticated('ticket_ended', 'Sign in again.');
}

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
