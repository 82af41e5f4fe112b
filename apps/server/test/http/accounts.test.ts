import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JWT_SECRET, PUBLIC_URL, openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;

beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const logIn = (email: string, password: string, headers = {}) =>
  world.ask({ method: 'POST', url: '/api/auth/login', payload: { email, password }, headers });
const me = (token: string) =>
  world.ask({ url: '/api/auth/me', headers: { authorization: `Bearer ${token}` } });

describe('signing in', () => {
  test('answers a token and the person, and sets the cookie out of scripts’ reach', async () => {
    const answer = await logIn(owner.email.toUpperCase(), owner.password);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      token_type: 'bearer',
      user: { id: owner.id, email: owner.email, full_name: 'Ada Lovelace', role: 'owner' },
    });
    expect(answer.cookies[0]).toMatchObject({
      name: 'spotsmith_login',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect((await me(answer.json().access_token)).json()).toEqual(answer.json().user);
  });

  test('a wrong password and an unknown e-mail are answered alike', async () => {
    const wrong = await logIn(owner.email, 'not the password');
    const unknown = await logIn('nobody@example.com', 'not the password');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json()).toMatchObject({ code: 'wrong_credentials', status: 401 });
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  test('without a login nothing is told', async () => {
    const answer = await world.ask({ url: '/api/auth/me' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe('not_signed_in');
  });

  test('a page of another site cannot sign its visitor in', async () => {
    const answer = await logIn(owner.email, owner.password, { origin: 'https://evil.example' });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('a token that this server did not write down is worth nothing, even signed with the right key', async () => {
    const forged = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(owner.id)
      .setJti(crypto.randomUUID())
      .setIssuer('spotsmith')
      .setAudience('spotsmith')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(Buffer.from(JWT_SECRET));
    expect((await me(forged)).statusCode).toBe(401);
  });

  test('signing out makes the token worthless', async () => {
    const person = await world.person();
    const answer = await person.ask('POST', '/api/auth/logout');
    expect(answer.statusCode).toBe(204);
    expect((await person.ask('GET', '/api/auth/me')).statusCode).toBe(401);
  });
});

describe('the cookie of a browser', () => {
  const withCookie = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) =>
    world.ask({ method, url, headers: { cookie: `spotsmith_login=${owner.token}`, ...headers } });

  test('reads', async () => {
    expect((await withCookie('GET', '/api/auth/me')).statusCode).toBe(200);
  });

  test.each([
    ['our own page', { origin: PUBLIC_URL }, 201],
    ['our own page under the other name of this machine', { origin: 'http://127.0.0.1:3000' }, 201],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page of another port', { origin: 'http://localhost:3001' }, 403],
    ['a page of no origin', { origin: 'null' }, 403],
    ['something that hides where it comes from', {}, 403],
  ])('writes for %s: %j', async (_, headers, status) => {
    const answer = await world.ask({
      method: 'POST',
      url: '/api/tokens',
      headers: { cookie: `spotsmith_login=${owner.token}`, ...headers },
      payload: { name: 'from a browser' },
    });
    expect(answer.statusCode).toBe(status);
  });
});

describe('passwords', () => {
  test('changing it signs out everywhere else, and goes on here', async () => {
    const person = await world.person();
    const elsewhere = (await logIn(person.email, person.password)).json().access_token;
    const answer = await person.ask('POST', '/api/auth/password', {
      current_password: person.password,
      new_password: 'a better password',
    });
    expect(answer.statusCode).toBe(200);
    expect((await me(person.token)).statusCode).toBe(401);
    expect((await me(elsewhere)).statusCode).toBe(401);
    expect((await me(answer.json().access_token)).statusCode).toBe(200);
    expect((await logIn(person.email, person.password)).statusCode).toBe(401);
    expect((await logIn(person.email, 'a better password')).statusCode).toBe(200);
  });

  test('it is changed only by who knows it', async () => {
    const answer = await owner.ask('POST', '/api/auth/password', {
      current_password: 'a guess',
      new_password: 'a better password',
    });
    expect(answer.json()).toMatchObject({ status: 400, code: 'wrong_password' });
    expect((await me(owner.token)).statusCode).toBe(200);
  });
});

describe('API tokens', () => {
  test('work as Bearer, are shown once, remember their last use, and end when revoked', async () => {
    const made = (await owner.ask('POST', '/api/tokens', { name: 'CI' })).json();
    expect(made.token).toMatch(/^sps_[\w-]{43}$/);
    expect((await me(made.token)).statusCode).toBe(200);

    const listed = (await owner.ask('GET', '/api/tokens')).json().items;
    const mine = listed.find(({ id }: { id: string }) => id === made.id);
    expect(mine).toMatchObject({ name: 'CI', prefix: made.token.slice(0, 10) });
    expect(mine.last_used_at).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(made.token);

    expect((await owner.ask('DELETE', `/api/tokens/${made.id}`)).statusCode).toBe(204);
    expect((await me(made.token)).statusCode).toBe(401);
    expect((await owner.ask('DELETE', `/api/tokens/${made.id}`)).statusCode).toBe(404);
  });
});

describe('the accounts of an installation', () => {
  const newcomer = () => ({
    email: `${crypto.randomUUID()}@example.com`,
    full_name: 'Grace Hopper',
    password: 'nanoseconds',
  });

  test('an owner adds somebody, who can then sign in', async () => {
    const account = newcomer();
    const answer = await owner.ask('POST', '/api/users', account);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ email: account.email, role: 'member', is_disabled: false });
    expect((await logIn(account.email, account.password)).statusCode).toBe(200);
  });

  test('an address has one account', async () => {
    const answer = await owner.ask('POST', '/api/users', { ...newcomer(), email: owner.email });
    expect(answer.json()).toMatchObject({ status: 409, code: 'email_taken' });
  });

  test('a member cannot look at accounts, add or change any', async () => {
    const member = await world.person();
    const answers = await Promise.all([
      member.ask('GET', '/api/users'),
      member.ask('POST', '/api/users', newcomer()),
      member.ask('PATCH', `/api/users/${member.id}`, { role: 'owner' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  });

  test('disabling somebody ends every login and token at once; enabling lets them in again', async () => {
    const member = await world.person();
    const { token } = (await member.ask('POST', '/api/tokens', { name: 'CI' })).json();
    await owner.ask('PATCH', `/api/users/${member.id}`, { is_disabled: true });
    expect((await me(member.token)).statusCode).toBe(401);
    expect((await me(token)).statusCode).toBe(401);
    expect((await logIn(member.email, member.password)).json().code).toBe('wrong_credentials');
    await owner.ask('PATCH', `/api/users/${member.id}`, { is_disabled: false });
    expect((await logIn(member.email, member.password)).statusCode).toBe(200);
  });

  test('a reset password ends the logins made with the old one', async () => {
    const member = await world.person();
    await owner.ask('PATCH', `/api/users/${member.id}`, { password: 'brand new password' });
    expect((await me(member.token)).statusCode).toBe(401);
    expect((await logIn(member.email, 'brand new password')).statusCode).toBe(200);
  });

  test.each([{ is_disabled: true }, { role: 'member' }])(
    'the last owner cannot be lost: %j',
    async (edit) => {
      const answer = await owner.ask('PATCH', `/api/users/${owner.id}`, edit);
      expect(answer.json()).toMatchObject({ status: 409, code: 'last_owner' });
    },
  );
});

describe('an invitation', () => {
  const invite = async (email = `${crypto.randomUUID()}@example.com`) => {
    const answer = await owner.ask('POST', '/api/invitations', { email });
    return { ...answer.json(), status: answer.statusCode, email };
  };
  const tokenOf = ({ url }: { url: string }) => new URL(url).pathname.replace('/invite/', '');
  const accept = (token: string) =>
    world.ask({
      method: 'POST',
      url: `/api/invited/${token}`,
      payload: { full_name: 'Grace Hopper', password: 'nanoseconds' },
    });

  test('lets one person in, once, and signs them in', async () => {
    const invitation = await invite();
    expect(invitation.url).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    const token = tokenOf(invitation);
    const shown = (await world.ask({ url: `/api/invited/${token}` })).json();
    expect(shown).toMatchObject({ email: invitation.email, invited_by: 'Ada Lovelace' });

    const answer = await accept(token);
    expect(answer.statusCode).toBe(201);
    expect(answer.cookies[0]).toMatchObject({ name: 'spotsmith_login', httpOnly: true });
    expect((await me(answer.json().access_token)).json()).toMatchObject({
      email: invitation.email,
      full_name: 'Grace Hopper',
      role: 'member',
    });
    expect((await accept(token)).json()).toMatchObject({ status: 404, code: 'invitation_not_found' });
    expect(world.log()).not.toContain(token);
    const { items } = (await owner.ask('GET', '/api/invitations')).json();
    expect(items.map(({ email }: { email: string }) => email)).not.toContain(invitation.email);
  });

  test('is worth nothing when withdrawn, and after a newer one to the same address', async () => {
    const withdrawn = await invite();
    expect((await owner.ask('DELETE', `/api/invitations/${withdrawn.id}`)).statusCode).toBe(204);
    expect((await accept(tokenOf(withdrawn))).statusCode).toBe(404);
    const first = await invite();
    const second = await invite(first.email);
    expect((await accept(tokenOf(first))).statusCode).toBe(404);
    expect((await accept(tokenOf(second))).statusCode).toBe(201);
    const late = await owner.ask('POST', '/api/invitations', { email: first.email });
    expect(late.json()).toMatchObject({ status: 409, code: 'email_taken' });
  });

  test('is the owner’s to make', async () => {
    const member = await world.person();
    const answers = await Promise.all([
      member.ask('GET', '/api/invitations'),
      member.ask('POST', '/api/invitations', { email: 'grace@example.com' }),
      member.ask('DELETE', `/api/invitations/${crypto.randomUUID()}`),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  });
});

describe('one’s own account', () => {
  test('everything kept about a person comes as a ZIP, with every ad and its files', async () => {
    const person = await world.person();
    const ad = await world.finishedAd(person);
    const answer = await person.ask('GET', '/api/account/archive');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename=spotsmith.zip',
    });
    const archive = answer.rawPayload.toString('latin1');
    expect(archive.slice(0, 2)).toBe('PK');
    for (const path of ['account.json', `${ad.sessionId}/ad.json`, '(1).mp4']) {
      expect(archive.includes(path), path).toBe(true);
    }
    expect(archive.includes('passwordHash')).toBe(false);
  });

  test('it is deleted with every ad, by who knows its password', async () => {
    const person = await world.person();
    await person.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup' });
    const wrong = await person.ask('POST', '/api/account/delete', { password: 'not the password' });
    expect(wrong.json()).toMatchObject({ code: 'wrong_password' });
    const answer = await person.ask('POST', '/api/account/delete', { password: person.password });
    expect(answer.statusCode).toBe(204);
    expect((await me(person.token)).statusCode).toBe(401);
    expect((await logIn(person.email, person.password)).statusCode).toBe(401);
  });

  test('the only owner stays', async () => {
    const answer = await owner.ask('POST', '/api/account/delete', { password: owner.password });
    expect(answer.json()).toMatchObject({ status: 409, code: 'last_owner' });
  });
});
