import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoLogin } from '#src/use-cases/account/demo-login.ts';
import { DEMO_LOGIN, openLocalAccess } from '#src/use-cases/account/open-local-access.ts';
import { type HttpWorld, openHttpWorld } from './http-world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ tellDemoLogin: () => demoLogin(world.ports)() });
});
afterAll(() => world.close());

const told = async () => (await world.ask({ url: '/api/installation' })).json().demo_login;

test('the demo login is told only while it lets somebody in', async () => {
  expect(await told()).toBeNull();
  const token = await openLocalAccess(world.ports);
  expect(await told()).toEqual(DEMO_LOGIN);
  const changed = await world.ask({
    method: 'POST',
    url: '/api/auth/password',
    headers: { authorization: `Bearer ${token}` },
    payload: { current_password: DEMO_LOGIN.password, new_password: 'a password of my own' },
  });
  expect(changed.statusCode).toBeLessThan(300);
  expect(await told()).toBeNull();
});
