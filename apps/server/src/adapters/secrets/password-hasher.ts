import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { Unavailable } from '#src/domain/faults.ts';
import type { PasswordHasher } from '#src/ports/secrets.ts';

/** OWASP Password Storage Cheat Sheet, argon2id (the library's default): 19 MiB, 2 passes, 1 lane; about 60 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two at once keep a flood of logins from taking every core and 19 MiB each. */
const AT_ONCE = 2;
const MAX_WAITING = 50;

/**
 * Argon2id. Throws Unavailable `busy` when too many passwords wait to be checked.
 */
export async function createPasswordHasher(): Promise<PasswordHasher> {
  const turn = pLimit(AT_ONCE);
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (turn.pendingCount >= MAX_WAITING) {
      throw new Unavailable('busy', 'Too many people are signing in at this moment. Try again in a minute.');
    }
    return turn(work);
  };
  const nobodysHash = await hash('nobody has this password', COST);
  return {
    hash: async (password) => inTurn(() => hash(password, COST)),
    async verify(password, known) {
      const isRight = await inTurn(() => verify(known ?? nobodysHash, password));
      return isRight && known !== null;
    },
  };
}
