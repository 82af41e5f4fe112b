import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_TOKEN_NAME } from '#src/use-cases/account/create-api-token.ts';
import { openLocalAccess } from '#src/use-cases/account/open-local-access.ts';
import { manageTokens } from '#src/cli/manage-tokens.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
});
afterAll(() => world.close());

type Wish = { name?: string; scope?: string; expires_in_days?: number | null };

async function aToken(wish: Wish, by: Person['ask'] = owner.ask) {
  const answer = await by('POST', '/api/tokens', { name: 'a program', ...wish });
  return { answer, ...answer.json(), ask: askWith(answer.json().token) };
}

const askWith =
  (token: string): Person['ask'] =>
  (method = 'GET', url, payload) =>
    world.ask({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload !== undefined && { payload: payload as object }),
    });

const statusOf = async (answer: ReturnType<Person['ask']>) => (await answer).statusCode;

describe('what a token may do', () => {
  const MAKE = ['POST', '/api/sessions', { prompt: 'Crema, the cup' }] as const;
  const MANAGE = ['POST', '/api/users', {}] as const;

  test.each([
    ['read', 403, 403],
    ['make', 201, 403],
    ['manage', 201, 400],
  ])('one that may only %s', async (scope, making, managing) => {
    const { ask } = await aToken({ scope });
    expect(await statusOf(ask('GET', '/api/sessions'))).toBe(200);
    expect(await statusOf(ask(...MAKE))).toBe(making);
    expect(await statusOf(ask(...MANAGE))).toBe(managing);
  });

  test('one that may not says what would be enough', async () => {
    const { ask } = await aToken({ scope: 'read' });
    expect((await ask(...MAKE)).json()).toMatchObject({
      code: 'token_scope',
      detail: 'This API token may only read. Make one in Settings that may make or manage.',
    });
  });

  test('one that only reads may follow an ad, and look at no list of accounts', async () => {
    const { sessionId } = await world.finishedAd(owner);
    const { ask } = await aToken({ scope: 'read' });
    expect(await statusOf(ask('POST', '/api/auth/socket-ticket', { session_id: sessionId }))).toBe(201);
    expect(await statusOf(ask('GET', '/api/users'))).toBe(403);
    expect(await statusOf(ask('GET', '/api/account/archive'))).toBe(403);
  });

  test('nothing said, it makes ads for 90 days', async () => {
    const { scope, created_at: madeAt, expires_at: endsAt } = await aToken({});
    expect(scope).toBe('make');
    const days = (Date.parse(endsAt) - Date.parse(madeAt)) / 86_400_000;
    expect(days).toBeCloseTo(90, 2);
  });
});

describe('tokens that make tokens', () => {
  test('one that makes ads makes none', async () => {
    const { ask } = await aToken({ scope: 'make' });
    expect((await aToken({ scope: 'read' }, ask)).answer.json()).toMatchObject({
      status: 403,
      code: 'token_scope',
    });
  });

  test('none makes one that lasts longer than itself, and those it made end with it', async () => {
    const { ask, id } = await aToken({ scope: 'manage', expires_in_days: 7 });
    for (const days of [8, null]) {
      const { answer } = await aToken({ expires_in_days: days }, ask);
      expect(answer.json()).toMatchObject({ status: 403, code: 'token_beyond_own' });
    }
    const made = await aToken({ expires_in_days: 6 }, ask);
    expect(await statusOf(made.ask('GET', '/api/auth/me'))).toBe(200);
    await owner.ask('DELETE', `/api/tokens/${id}`);
    expect(await statusOf(made.ask('GET', '/api/auth/me'))).toBe(401);
  });

  test('those of the command line on this computer outlive its next start', async () => {
    const first = askWith(await openLocalAccess(world.ports));
    const made = await aToken({ expires_in_days: null }, first);
    await openLocalAccess(world.ports);
    expect(await statusOf(made.ask('GET', '/api/auth/me'))).toBe(200);
    expect(await statusOf(first('GET', '/api/auth/me'))).toBe(401);
  });

  test('nobody takes the name of the command line', async () => {
    const { answer } = await aToken({ name: LOCAL_TOKEN_NAME });
    expect(answer.json()).toMatchObject({ status: 400, code: 'name_taken' });
  });
});

describe('npm run tokens', () => {
  const book = {
    tokens: async () => (await owner.ask('GET', '/api/tokens')).json().items,
    addToken: async (wish: object) => (await owner.ask('POST', '/api/tokens', wish)).json(),
    revokeToken: (id: string) => owner.ask('DELETE', `/api/tokens/${id}`),
  };

  test('makes one with a scope and an end, lists both, and revokes it', async () => {
    const token = await manageTokens(book, ['add', 'CI', '--scope', 'read', '--days', 'never']);
    expect(token).toMatch(/^sps_/);
    const line = (await manageTokens(book, ['list'])).split('\n').find((each) => each.endsWith('CI'));
    expect(line).toContain('read\tnever ends\tnever used');
    await manageTokens(book, ['revoke', line?.split('\t')[0] ?? '']);
    expect(await statusOf(askWith(token)('GET', '/api/auth/me'))).toBe(401);
  });

  test.each([['add'], ['add CI --scope all'], ['add CI --days 0'], ['list all'], ['drop x']])(
    'explains itself when it is told "%s"',
    async (line) => {
      await expect(manageTokens(book, line.split(' '))).rejects.toMatchObject({ code: 'usage' });
    },
  );
});
