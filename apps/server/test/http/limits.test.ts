import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountBook, manageUsers } from '#src/cli/manage-users.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;

beforeAll(async () => {
  world = await openHttpWorld({
    frontendUrl: 'https://studio.example',
    rateLimits: { loginsPerMinute: 6, generationsPerMinute: 40 },
  });
  person = await world.person();
});
afterAll(() => world.close());

const generate = (key: string | undefined, payload: object, who = person) =>
  world.ask({
    method: 'POST',
    url: '/api/generate-images',
    headers: { authorization: `Bearer ${who.token}`, ...(key && { 'idempotency-key': key }) },
    payload,
  });

describe('a request that is sent again', () => {
  test('with the same key is done once and answered alike', async () => {
    const key = randomUUID();
    const first = await generate(key, { prompt: 'Crema, the espresso cup' });
    expect(first.statusCode).toBe(202);
    expect(first.json().status).toBe('parsing_prompt');
    const again = await generate(key, { prompt: 'Crema, the espresso cup' });
    expect(again.statusCode).toBe(202);
    expect(again.json()).toEqual(first.json());
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  test('twenty times at once makes one ad', async () => {
    const somebody = await world.person();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => generate(key, { prompt: 'AirRun Pro, for city runners' }, somebody)),
    );
    expect(answers.every(({ statusCode }) => statusCode === 202 || statusCode === 409)).toBe(true);
    expect(answers.some(({ statusCode }) => statusCode === 202)).toBe(true);
    expect((await somebody.ask('GET', '/api/sessions')).json().items).toHaveLength(1);
  });

  test('after a crash that swallowed the answer, finds the ad that was made', async () => {
    const key = randomUUID();
    const first = await generate(key, { prompt: 'Crema, the espresso cup' });
    await world.ports.store.write((tx) => tx.idempotency.release(person.id, key));
    const again = await generate(key, { prompt: 'Crema, the espresso cup' });
    expect(again.statusCode).toBe(202);
    expect(again.json().id).toBe(first.json().id);
  });

  test('with the same key but another body is refused', async () => {
    const key = randomUUID();
    await generate(key, { prompt: 'Crema, the espresso cup' });
    expect((await generate(key, { prompt: 'Another cup' })).json()).toMatchObject({
      status: 422,
      code: 'key_reused',
    });
  });

  test('after a refusal is tried anew, because nothing was done', async () => {
    const key = randomUUID();
    const nowhere = { session_id: randomUUID() };
    expect((await generate(key, nowhere)).statusCode).toBe(404);
    expect((await generate(key, nowhere)).statusCode).toBe(404);
  });

  test('keys are one’s own', async () => {
    const key = randomUUID();
    const mine = await generate(key, { prompt: 'Crema, the espresso cup' });
    const theirs = await generate(key, { prompt: 'Crema, the espresso cup' }, await world.person());
    expect(theirs.json().id).not.toBe(mine.json().id);
  });

  test('without a key is done again', async () => {
    const [one, two] = [
      await generate(undefined, { prompt: 'Crema, the espresso cup' }),
      await generate(undefined, { prompt: 'Crema, the espresso cup' }),
    ];
    expect(one.json().id).not.toBe(two.json().id);
  });
});

describe('two tabs', () => {
  test('the second to write is told that the first was there', async () => {
    const { id, version } = (await person.ask('POST', '/api/sessions', { prompt: 'Crema, the cup' })).json();
    const rename = (title: string) => person.ask('PATCH', `/api/sessions/${id}`, { version, title });
    const answers = await Promise.all([rename('One'), rename('Two')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('too much is too much', () => {
  test('guessing passwords, whatever address the guesser claims to have and whichever server is asked', async () => {
    await using other = await world.anotherDoor();
    const statuses: number[] = [];
    for (let guess = 0; guess < 8; guess++) {
      const answer = await (guess % 2 === 0 ? world.app : other).inject({
        method: 'POST',
        url: '/api/auth/login',
        payload: { email: person.email, password: 'a guess' },
        headers: { 'x-forwarded-for': `10.0.0.${guess}` },
      });
      statuses.push(answer.statusCode);
      if (answer.statusCode === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });

  test('guessing the password of a login that was found open, which keeps nobody else from changing theirs', async () => {
    const [careless, other] = [await world.person(), await world.person()];
    const guess = ({ token }: Person, remoteAddress: string) =>
      world.ask({
        method: 'POST',
        url: '/api/auth/password',
        headers: { authorization: `Bearer ${token}` },
        payload: { current_password: 'a guess', new_password: 'another long password' },
        remoteAddress,
      });
    for (let count = 0; count < 6; count++) {
      expect((await guess(careless, `10.0.1.${count}`)).json().code).toBe('wrong_password');
    }
    expect((await guess(careless, '10.0.1.6')).statusCode).toBe(429);
    expect((await guess(other, '10.0.1.7')).json().code).toBe('wrong_password');
  });

  test('starting work', async () => {
    const busy = await world.person();
    let answer = await generate(undefined, { session_id: randomUUID() }, busy);
    for (let count = 1; count < 41; count++) {
      answer = await generate(undefined, { session_id: randomUUID() }, busy);
    }
    expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect((await generate(undefined, { session_id: randomUUID() })).statusCode).not.toBe(429);
  });
});

test('a server that stops answers the requests that it has taken', async () => {
  const door = await world.anotherDoor();
  const url = await door.listen({ host: '127.0.0.1', port: 0 });
  const taken = Promise.withResolvers<void>();
  let count = 0;
  door.server.on('request', () => void (++count === 20 && taken.resolve()));
  const headers = { authorization: `Bearer ${person.token}` };
  const answers = Array.from({ length: 20 }, () => fetch(`${url}/api/sessions`, { headers }));
  await taken.promise;
  await door.close();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
});

test('a server that stops hangs up on sockets that come back too early', async () => {
  const { id } = (await generate(undefined, { prompt: 'Crema, the espresso cup' })).json();
  const door = await world.anotherDoor();
  const port = Number(new URL(await door.listen({ host: '127.0.0.1', port: 0 })).port);
  const upgrade = [
    `GET /ws/${id} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${person.token}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
  // Open, and deaf to the goodbye: the door waits a moment for it.
  const deaf = connect(port);
  deaf.write(upgrade);
  await once(deaf, 'data');
  const late = connect(port);
  await once(late, 'connect');
  const closing = door.close();
  late.resume().write(upgrade);
  await Promise.all([once(late, 'close'), closing]);
  expect(late.destroyed).toBe(true);
});

describe('a web app on another site', () => {
  const preflight = (origin: string) =>
    world.ask({
      method: 'OPTIONS',
      url: '/api/sessions',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('may call the API when it is the one that was named', async () => {
    const { headers } = await preflight('https://studio.example');
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://studio.example',
      'access-control-allow-credentials': 'true',
    });
  });

  test('and is given away to nobody else', async () => {
    const { headers } = await preflight('https://evil.example');
    expect(headers['access-control-allow-origin']).not.toBe('https://evil.example');
    expect(headers['access-control-allow-origin']).not.toBe('*');
  });
});

describe('npm run users', () => {
  const users = (...args: string[]) => manageUsers(accountBook(world.ports), args);
  const email = `${randomUUID()}@example.com`;
  const passwordIn = (text: string) => /(?:assword|password): (\S+)/.exec(text)?.[1] ?? '';
  const check = async (password: string) => {
    const user = await world.ports.store.read.accounts.findUserByEmail(email);
    return user && !user.isDisabled && world.ports.passwords.verify(password, user.passwordHash);
  };

  test('adds somebody, gives a new password, disables and lets in again', async () => {
    const added = await users('add', email, '--name', 'Grace Hopper', '--owner');
    expect(added).toContain(`Added ${email} as owner`);
    expect(await check(passwordIn(added))).toBe(true);
    const reset = await users('reset', email);
    expect(await check(passwordIn(added))).toBe(false);
    expect(await check(passwordIn(reset))).toBe(true);
    await users('disable', email);
    expect(await check(passwordIn(reset))).toBe(false);
    expect(await check(passwordIn(await users('reset', email)))).toBe(true);
  });

  test.each([
    [[]],
    [['remove', 'a@b.example']],
    [['add', 'no-address']],
    [['add', 'a@b.example', '--admin']],
  ])('says how it is used when it cannot understand: %j', async (args) => {
    await expect(users(...args)).rejects.toThrow('Usage: npm run users');
  });

  test('nobody is reset who is not there', async () => {
    await expect(users('reset', 'nobody@example.com')).rejects.toThrow('Nobody here has the address');
  });
});
