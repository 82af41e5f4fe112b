import { afterAll, beforeAll, expect, test } from 'vitest';
import { setupCodeOf } from '#src/adapters/secrets/setup-code.ts';
import { type HttpWorld, openHttpWorld, SETUP_CODE } from './http-world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

const setUp = (code: string, email = 'ada@example.com') =>
  world.ask({
    method: 'POST',
    url: '/api/setup',
    payload: { code, email, full_name: 'Ada Lovelace', password: 'correct horse battery' },
  });
const needsOwner = async () => (await world.ask({ url: '/api/installation' })).json().needs_owner;

test('on a new installation the first person comes in with the code in the log, and nobody does without', async () => {
  expect(await needsOwner()).toBe(true);
  expect((await setUp('0000-0000-0000-0000')).json()).toMatchObject({ code: 'wrong_setup_code' });
  expect(await needsOwner()).toBe(true);

  const done = await setUp(SETUP_CODE.toLowerCase().replaceAll('-', ' '));
  expect(done.statusCode).toBe(201);
  expect(done.json().user).toMatchObject({ email: 'ada@example.com', role: 'owner' });
  const me = await world.ask({
    url: '/api/auth/me',
    headers: { authorization: `Bearer ${done.json().access_token}` },
  });
  expect(me.json()).toMatchObject({ role: 'owner' });
});

test('once there is an account the code is worth nothing', async () => {
  expect(await needsOwner()).toBe(false);
  const again = await setUp(SETUP_CODE, 'eve@example.com');
  expect(again.statusCode).toBe(404);
  expect(again.json()).toMatchObject({ code: 'already_set_up' });
});

test('all processes of an installation know the same code, and no other installation does', () => {
  const secret = Buffer.from('a key that only this installation knows');
  expect(setupCodeOf(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(setupCodeOf(secret)).toBe(setupCodeOf(Buffer.from(secret)));
  expect(setupCodeOf(secret)).not.toBe(setupCodeOf(Buffer.from('another key')));
});
