import type { Ports } from '../../ports/ports.ts';
import { findOwned } from '../flow/owned-session.ts';

const TICKET_MS = 30_000;

/** A ticket that opens the progress socket of one ad, once, within 30 seconds. Throws NotFound `session_not_found`. */
export async function issueSocketTicket(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  input: { userId: string; sessionId: string },
): Promise<{ ticket: string; expiresAt: Date }> {
  const { id: sessionId, userId } = await findOwned(store.read, input);
  const ticket = tokens.newSecret();
  const expiresAt = await store.write(async (tx) => {
    const until = new Date((await tx.now()).getTime() + TICKET_MS);
    await tx.accounts.insertTicket({ hash: tokens.digest(ticket), userId, sessionId, expiresAt: until });
    return until;
  });
  return { ticket, expiresAt };
}
