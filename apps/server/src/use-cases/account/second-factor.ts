import { Conflict, InvalidInput } from '../../domain/faults.ts';
import type { SecondFactor, User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';

const RECOVERY_CODES = 10;
/** 80 bits: too many to guess one whose hash is known. */
const RECOVERY_CHARACTERS = 16;

type Deps = Pick<Ports, 'store' | 'passwords' | 'tokens' | 'oneTimeCodes'>;

/**
 * Makes the secret for an authenticator app; it counts once a code of it was shown. Throws InvalidInput `wrong_password`,
 * Conflict `has_second_factor`.
 */
export async function startSecondFactor(
  { store, passwords, oneTimeCodes }: Deps,
  { user, password }: { user: User; password: string },
): Promise<{ secret: string; otpauthUrl: string }> {
  await assertPassword(passwords, user, password);
  const nonce = crypto.randomUUID();
  await store.write(async (tx) => {
    const now = await tx.accounts.lockUser(user.id);
    if (now?.secondFactor?.isConfirmed) {
      throw new Conflict('has_second_factor', 'There is a second factor already. Remove it first.');
    }
    const secondFactor = { nonce, isConfirmed: false, lastStep: 0, recoveryHashes: [] };
    await tx.accounts.updateUser(user.id, { secondFactor });
  });
  const secret = oneTimeCodes.secretOf(nonce);
  const url = new URL(`otpauth://totp/${encodeURIComponent(`Spotsmith:${user.email}`)}`);
  url.search = new URLSearchParams({ secret, issuer: 'Spotsmith' }).toString();
  return { secret, otpauthUrl: url.href };
}

/**
 * From now on the app's code is asked at every sign-in. Returns the recovery codes, which are shown this once. Throws
 * InvalidInput `wrong_code`, Conflict `no_second_factor`.
 */
export async function confirmSecondFactor(
  { store, tokens, oneTimeCodes }: Deps,
  { user, code }: { user: User; code: string },
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(tokens));
  await store.write(async (tx) => {
    const factor = (await tx.accounts.lockUser(user.id))?.secondFactor;
    if (!factor || factor.isConfirmed) {
      throw new Conflict('no_second_factor', 'Start anew: there is no second factor to confirm.');
    }
    const lastStep = oneTimeCodes.stepOf(factor.nonce, code.replaceAll(/\s/g, ''), await tx.now());
    if (lastStep === null) {
      throw new InvalidInput('wrong_code', 'The code is wrong. Is the clock of your phone right?');
    }
    const recoveryHashes = codes.map((each) => tokens.digest(plain(each)));
    await tx.accounts.updateUser(user.id, {
      secondFactor: { ...factor, isConfirmed: true, lastStep, recoveryHashes },
    });
    await tx.audit.append({ action: 'second_factor_added', actor: user.email, subject: user.email });
  });
  return codes;
}

/** From now on the password is enough. Throws InvalidInput `wrong_password`. */
export async function removeSecondFactor(
  { store, passwords }: Deps,
  { user, password }: { user: User; password: string },
): Promise<void> {
  await assertPassword(passwords, user, password);
  await store.write(async (tx) => {
    await tx.accounts.updateUser(user.id, { secondFactor: null });
    await tx.audit.append({ action: 'second_factor_removed', actor: user.email, subject: user.email });
  });
}

/** Uses up a code of the app or a recovery code. Null when it is neither, or was used before. */
export async function takeCode(
  tx: Transaction,
  { tokens, oneTimeCodes }: Pick<Ports, 'tokens' | 'oneTimeCodes'>,
  user: User,
  code: string,
): Promise<'code' | 'recovery' | null> {
  const factor = (await tx.accounts.lockUser(user.id))?.secondFactor;
  if (!factor?.isConfirmed) return 'code';
  const used = (patch: Partial<SecondFactor>) =>
    tx.accounts.updateUser(user.id, { secondFactor: { ...factor, ...patch } });
  const step = oneTimeCodes.stepOf(factor.nonce, code.replaceAll(/\s/g, ''), await tx.now());
  if (step !== null && step > factor.lastStep) {
    await used({ lastStep: step });
    return 'code';
  }
  const hash = tokens.digest(plain(code));
  const recoveryHashes = factor.recoveryHashes.filter((each) => each !== hash);
  if (recoveryHashes.length === factor.recoveryHashes.length) return null;
  await used({ recoveryHashes });
  return 'recovery';
}

async function assertPassword(passwords: Deps['passwords'], user: User, password: string): Promise<void> {
  if (await passwords.verify(password, user.passwordHash)) return;
  throw new InvalidInput('wrong_password', 'The password is wrong. Nothing was changed.');
}

/** `7kq2-ab3d-9xyz-m4np`. */
function newRecoveryCode({ newSecret, digest }: Deps['tokens']): string {
  const letters = BigInt(`0x${digest(newSecret())}`)
    .toString(32)
    .slice(-RECOVERY_CHARACTERS);
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** As it may be typed: with spaces, without dashes, in capitals. */
function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
}
