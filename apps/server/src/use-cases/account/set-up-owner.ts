import { timingSafeEqual } from 'node:crypto';
import { Forbidden, NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Reader } from '../../ports/store.ts';
import { type Login, openLogin } from './log-in.ts';

/** Whether nobody can sign in here yet, because there is no account at all. */
export async function needsOwner(read: Pick<Reader, 'accounts'>): Promise<boolean> {
  return (await read.accounts.listUsers()).length === 0;
}

/**
 * Makes the first account of an installation, its owner's, and signs it in. Whoever does so shows the code that stands in
 * the server's log; it is worth nothing once there is an account. Throws NotFound `already_set_up`, Forbidden
 * `wrong_setup_code`.
 */
export async function setUpOwner(
  { store, passwords, tokens }: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  setupCode: string,
  input: { code: string; email: string; fullName: string; password: string },
): Promise<Login> {
  // Asked first: hashing a password takes its time, and is not done for just anybody.
  await assertNobody(store.read);
  const [given, right] = [normal(input.code), normal(setupCode)].map((code) =>
    Buffer.from(tokens.digest(code)),
  );
  if (given === undefined || right === undefined || !timingSafeEqual(given, right)) {
    throw new Forbidden(
      'wrong_setup_code',
      'This is not the code in the log of the server. Look there again.',
    );
  }
  const passwordHash = await passwords.hash(input.password);
  const { email, fullName } = input;
  const { user, login } = await store.write(async (tx) => {
    await assertNobody(tx);
    const id = crypto.randomUUID();
    const user = await tx.accounts.insertUser({ id, email, fullName, role: 'owner', passwordHash });
    await tx.audit.append({ action: 'account_made', actor: email, subject: email });
    return { user, login: await openLogin(tx, user.id) };
  });
  return { user, expiresAt: login.expiresAt, accessToken: await tokens.sign(login) };
}

async function assertNobody(read: Pick<Reader, 'accounts'>): Promise<void> {
  if (await needsOwner(read)) return;
  throw new NotFound(
    'already_set_up',
    'This installation has its owner already. Sign in, or ask to be invited.',
  );
}

/** As it may be typed: with other dashes and spaces, in small letters. */
function normal(code: string): string {
  return code.replaceAll(/[^0-9a-z]/gi, '').toUpperCase();
}
