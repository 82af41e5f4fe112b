import type { TokenScope } from '@spotsmith/contract/words';
import { Forbidden, InvalidInput } from '../../domain/faults.ts';
import { type ApiToken, reaches } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Caller } from './authenticate.ts';

export const API_TOKEN_PREFIX = 'sps_';
/** The token that an installation on one person's own computer gives its command line. */
export const LOCAL_TOKEN_NAME = 'Command line on this computer';
/** What is kept to tell tokens apart: the prefix and the first characters of the secret. */
const SHOWN_CHARACTERS = 10;

const DAY_MS = 24 * 60 * 60 * 1000;

type Wish = { name: string; scope: TokenScope; expiresInDays: number | null };

/**
 * Makes a token for a program. The token itself is in this answer and nowhere else. One made by a token reaches no further
 * than that one, lives no longer and ends with it; one made on this computer's command line stands by itself.
 * Throws InvalidInput `name_taken`, Forbidden `token_beyond_own`.
 */
export async function createApiToken(
  deps: Pick<Ports, 'store' | 'tokens'>,
  { caller, wish }: { caller: Caller; wish: Wish },
): Promise<ApiToken & { token: string }> {
  if (wish.name === LOCAL_TOKEN_NAME) {
    throw new InvalidInput('name_taken', 'This name is for the command line here. Choose another one.');
  }
  const expiresAt = wish.expiresInDays === null ? null : new Date(Date.now() + wish.expiresInDays * DAY_MS);
  const maker = caller.apiToken?.name === LOCAL_TOKEN_NAME ? null : caller.apiToken;
  if (!reaches(caller.scope, wish.scope) || (maker !== null && outlives(expiresAt, maker.expiresAt))) {
    throw new Forbidden(
      'token_beyond_own',
      'A token makes no token that may do more or lasts longer than itself. Sign in with your password.',
    );
  }
  const { name, scope } = wish;
  const made = { userId: caller.user.id, name, scope, expiresAt, madeById: maker?.id ?? null };
  return insertToken(deps, made, caller.user.email);
}

/** The token of this computer's command line, which lasts until the next start. */
export function createLocalToken(
  deps: Pick<Ports, 'store' | 'tokens'>,
  { userId }: { userId: string },
): Promise<ApiToken & { token: string }> {
  return insertToken(
    deps,
    {
      userId,
      name: LOCAL_TOKEN_NAME,
      scope: 'manage',
      expiresAt: null,
      madeById: null,
    },
    null,
  );
}

function outlives(end: Date | null, other: Date | null): boolean {
  return other !== null && (end === null || end > other);
}

async function insertToken(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  facts: Pick<ApiToken, 'userId' | 'name' | 'scope' | 'expiresAt' | 'madeById'>,
  maker: string | null,
): Promise<ApiToken & { token: string }> {
  const token = `${API_TOKEN_PREFIX}${tokens.newSecret()}`;
  const kept = await store.write(async (tx) => {
    if (maker !== null) {
      const subject = `${facts.name} (${facts.scope})`;
      await tx.audit.append({ action: 'token_made', actor: maker, subject });
    }
    return tx.accounts.insertApiToken({
      ...facts,
      id: crypto.randomUUID(),
      prefix: token.slice(0, SHOWN_CHARACTERS),
      tokenHash: tokens.digest(token),
    });
  });
  return { ...kept, token };
}
