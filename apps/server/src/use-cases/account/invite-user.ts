import type { UserRole } from '@spotsmith/contract/words';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Invitation, User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';

const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Opens a way in for one person, for a week, in place of an earlier one to the same address. The token is in this
 * answer and nowhere else. Throws Conflict `email_taken`.
 */
export async function inviteUser(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  { owner, email, role }: { owner: User; email: string; role: UserRole },
): Promise<Invitation & { token: string }> {
  const token = tokens.newSecret();
  const invitation = await store.write(async (tx) => {
    if (await tx.accounts.findUserByEmail(email)) {
      throw new Conflict('email_taken', 'Somebody with this email address has an account already.');
    }
    await tx.audit.append({ action: 'invitation_made', actor: owner.email, subject: email });
    return tx.accounts.insertInvitation({
      id: crypto.randomUUID(),
      email,
      role,
      tokenHash: tokens.digest(token),
      invitedById: owner.id,
      expiresAt: new Date((await tx.now()).getTime() + INVITATION_MS),
    });
  });
  return { ...invitation, token };
}

/** The invitations that nobody took yet. For owners only; the door sees to that. */
export async function listInvitations({ store }: Pick<Ports, 'store'>): Promise<Invitation[]> {
  return store.read.accounts.listInvitations();
}

/** Makes an invitation worthless. Throws NotFound `invitation_not_found`. */
export async function withdrawInvitation(
  { store }: Pick<Ports, 'store'>,
  { invitationId }: { invitationId: string },
): Promise<void> {
  const isWithdrawn = await store.write((tx) => tx.accounts.withdrawInvitation(invitationId));
  if (!isWithdrawn) throw new NotFound('invitation_not_found', 'There is no such invitation.');
}
