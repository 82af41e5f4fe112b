import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '#src/adapters/secrets/one-time-codes.ts';
import { editUser } from '#src/use-cases/account/edit-user.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const PATH = '/api/auth/second-factor';

/** As an authenticator app does it: from what it was given, and the time. */
function codeAt(secret: string, stepsLater = 0): string {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return codeOf(key, Math.floor(Date.now() / 30_000) + stepsLater);
}

async function withFactor(): Promise<Person & { secret: string; recovery: string[] }> {
  const person = await world.person();
  const { secret } = (await person.ask('POST', PATH, { password: person.password })).json();
  const answer = await person.ask('POST', `${PATH}/confirm`, { code: codeAt(secret, -1) });
  expect(answer.statusCode).toBe(200);
  return { ...person, secret, recovery: answer.json().recovery_codes };
}

const logIn = (person: Person, code?: string, password = person.password) =>
  world.ask({
    method: 'POST',
    url: '/api/auth/login',
    payload: { email: person.email, password, ...(code !== undefined && { code }) },
  });
const codeOfAnswer = async (answer: ReturnType<typeof logIn>) => (await answer).json().code;

test('the password alone is not enough any more; with the code of the app it is, once', async () => {
  const person = await withFactor();
  expect((await person.ask('GET', '/api/auth/me')).json()).toMatchObject({ has_second_factor: true });
  expect((await logIn(person)).json()).toMatchObject({ status: 401, code: 'code_needed' });
  expect(await codeOfAnswer(logIn(person, '000000'))).toBe('wrong_code');
  const code = codeAt(person.secret);
  expect((await logIn(person, code)).statusCode).toBe(200);
  expect(await codeOfAnswer(logIn(person, code))).toBe('wrong_code');
});

test('who does not know the password is not told that there is a second factor', async () => {
  const person = await withFactor();
  expect(await codeOfAnswer(logIn(person, undefined, 'a wrong guess'))).toBe('wrong_credentials');
  expect(await codeOfAnswer(logIn(person, codeAt(person.secret), 'a wrong guess'))).toBe('wrong_credentials');
});

test('of one code that is sent ten times at once one gets in', async () => {
  const person = await withFactor();
  const code = codeAt(person.secret);
  const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(person, code)));
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
});

test('each recovery code lets in once, however it is typed', async () => {
  const person = await withFactor();
  expect(person.recovery).toHaveLength(10);
  expect(new Set(person.recovery).size).toBe(10);
  const [first = '', second = ''] = person.recovery;
  expect((await logIn(person, first.toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200);
  expect(await codeOfAnswer(logIn(person, first))).toBe('wrong_code');
  expect((await logIn(person, second)).statusCode).toBe(200);
});

test('nothing is asked before a code was shown, and a wrong one turns nothing on', async () => {
  const person = await world.person();
  expect((await person.ask('POST', PATH, { password: 'a wrong guess' })).json().code).toBe('wrong_password');
  await person.ask('POST', PATH, { password: person.password });
  expect((await person.ask('POST', `${PATH}/confirm`, { code: '000000' })).json().code).toBe('wrong_code');
  expect((await logIn(person)).statusCode).toBe(200);
});

test('it is removed with the password; a new password from an owner takes it away too', async () => {
  const person = await withFactor();
  expect((await person.ask('POST', `${PATH}/remove`, { password: 'a guess' })).statusCode).toBe(400);
  expect((await person.ask('POST', `${PATH}/remove`, { password: person.password })).statusCode).toBe(204);
  expect((await logIn(person)).statusCode).toBe(200);
  const lost = await withFactor();
  await editUser(world.ports, { userId: lost.id, edit: { password: 'a brand new password' } });
  expect((await logIn(lost, undefined, 'a brand new password')).statusCode).toBe(200);
});

test('the secret is in no row of the database, in no archive of the account and in no log', async () => {
  const person = await withFactor();
  const kept = JSON.stringify(await world.ports.store.read.accounts.findUser(person.id));
  for (const secret of [person.secret, ...person.recovery]) {
    expect(kept).not.toContain(secret);
    expect(world.log()).not.toContain(secret);
  }
  const user = await world.ports.store.read.accounts.findUser(person.id);
  const archive = await person.ask('GET', '/api/account/archive');
  expect(archive.rawPayload.includes(user?.secondFactor?.nonce ?? '-')).toBe(false);
});

test('a program may not touch it, unless it may manage', async () => {
  const { token } = (await owner.ask('POST', '/api/tokens', { name: 'CI' })).json();
  const answer = await world.ask({
    method: 'POST',
    url: PATH,
    headers: { authorization: `Bearer ${token}` },
    payload: { password: owner.password },
  });
  expect(answer.json()).toMatchObject({ status: 403, code: 'token_scope' });
});
