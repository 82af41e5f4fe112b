import { Unauthenticated } from '../../domain/faults.ts';
import type { TokenScope } from '@spotsmith/contract/words';
import type { ApiToken, User } from '../../domain/user.ts';
import type { Ports } from '../../ports/ports.ts';
import { API_TOKEN_PREFIX } from './create-api-token.ts';

/** Who asks, and by what: a login, or an API token of some scope. */
export type Caller = { user: User; scope: TokenScope } & (
  | { login: { jti: string; expiresAt: Date }; apiToken: null }
  | { login: null; apiToken: ApiToken }
);

/** An API token's last use is told to the minute, to spare a write with every request. */
const TOUCH_EVERY_MS = 60_000;

/** Who a login token or an API token belongs to. Throws Unauthenticated `not_signed_in`, for all reasons alike. */
export async function authenticate(
  deps: Pick<Ports, 'store' | 'tokens'>,
  { token }: { token: string },
): Promise<Caller> {
  const caller = token.startsWith(API_TOKEN_PREFIX)
    ? await byApiToken(deps, token)
    : await byLoginToken(deps, token);
  if (!caller || caller.user.isDisabled) {
    throw new Unauthenticated('not_signed_in', 'You are not signed in, or not any more. Sign in again.');
  }
  return caller;
}

async function byLoginToken(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  token: string,
): Promise<Caller | null> {
  const claims = await tokens.verify(token);
  const login = claims && (await store.read.accounts.findAuthToken(claims.jti));
  if (!login || login.userId !== claims.userId) return null;
  const user = await store.read.accounts.findUser(login.userId);
  return (
    user && {
      user,
      scope: 'manage',
      login: { jti: login.id, expiresAt: login.expiresAt },
      apiToken: null,
    }
  );
}

async function byApiToken(
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  token: string,
): Promise<Caller | null> {
  const known = await store.read.accounts.findApiToken(tokens.digest(token));
  if (!known) return null;
  const isFresh = known.lastUsedAt && Date.now() - known.lastUsedAt.getTime() < TOUCH_EVERY_MS;
  if (!isFresh) await store.write((tx) => tx.accounts.touchApiToken(known.id));
  const user = await store.read.accounts.findUser(known.userId);
  return user && { user, scope: known.scope, login: null, apiToken: known };
}
