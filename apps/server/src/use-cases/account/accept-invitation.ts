import { NotFound } from '../../domain/faults.ts';
import type { Invitation } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { openLogin, type Login } from './log-in.ts';

/** What the person with the link is shown. Throws NotFound `invitation_not_found`. */
export async function viewInvitation(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  { token }: { token: string },
): Promise<{ email: string; invitedBy: string; expiresAt: Date }> {
  const { email, invitedById, expiresAt } = assertThere(
    await store.read.accounts.findInvitation(tokens.digest(token)),
  );
  const owner = await store.read.accounts.findUser(invitedById);
  return { email, invitedBy: owner?.fullName ?? '', expiresAt };
}

/**
 * Makes the account that the invitation is for, and signs it in. The invitation is used up in the same transaction.
 * Throws NotFound `invitation_not_found`, Conflict `email_taken`.
 */
export async function acceptInvitation(
  deps: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  input: { token: string; fullName: string; password: string },
): Promise<Login> {
  const { store, passwords, tokens } = deps;
  const tokenHash = tokens.digest(input.token);
  // Asked first: hashing a password takes its time, and is not done for just anybody.
  assertThere(await store.read.accounts.findInvitation(tokenHash));
  const passwordHash = await passwords.hash(input.password);
  const { user, login } = await store.write(async (tx) => {
    const { email, role, invitedById } = assertThere(await tx.accounts.takeInvitation(tokenHash));
    const owner = await tx.accounts.findUser(invitedById);
    if (owner === null || owner.role !== 'owner' || owner.isDisabled) assertThere(null);
    const { fullName } = input;
    const id = crypto.randomUUID();
    const user = await tx.accounts.insertUser({ id, email, fullName, role, passwordHash });
    await tx.audit.append({ action: 'account_made', actor: email, subject: email });
    return { user, login: await openLogin(tx, user.id) };
  });
  return { user, expiresAt: login.expiresAt, accessToken: await tokens.sign(login) };
}

function assertThere(invitation: Invitation | null): Invitation {
  if (invitation !== null) return invitation;
  throw new NotFound(
    'invitation_not_found',
    'This invitation was used already, was withdrawn or is too old. Ask for a new one.',
  );
}
