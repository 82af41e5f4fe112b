import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweep } from '#src/use-cases/session/sweep.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
});
afterAll(() => world.close());

const audit = async (query = '') => (await owner.ask('GET', `/api/audit${query}`)).json();

test('sign-ins, tokens, links, caps, accounts and deletions are written down with who did it', async () => {
  const person = await world.person();
  const logIn = (password: string) =>
    world.ask({ method: 'POST', url: '/api/auth/login', payload: { email: person.email, password } });
  await logIn('a wrong guess');
  await logIn(person.password);
  const { id: tokenId } = (await person.ask('POST', '/api/tokens', { name: 'CI', scope: 'read' })).json();
  await person.ask('DELETE', `/api/tokens/${tokenId}`);
  const { sessionId } = await world.finishedAd(person);
  const share = (await person.ask('POST', `/api/sessions/${sessionId}/share`)).json();
  await person.ask('DELETE', `/api/sessions/${sessionId}/share/${share.id}`);
  await person.ask('POST', `/api/sessions/${sessionId}/cap`, { max_cost_usd: 12 });
  await person.ask('DELETE', `/api/sessions/${sessionId}`);
  await owner.ask('PATCH', `/api/users/${person.id}`, { full_name: 'Grace' });
  await owner.ask('POST', '/api/invitations', { email: 'new@example.com' });

  const title = 'Crema, the espresso cup';
  const events = (await audit()).items.map((event: Record<string, string>) => [
    event['actor'],
    event['action'],
    event['subject'],
  ]);
  expect(events.slice(0, 10)).toEqual([
    [owner.email, 'invitation_made', 'new@example.com'],
    [owner.email, 'account_changed', `${person.email}: full_name`],
    [person.email, 'ad_deleted', title],
    [person.email, 'cap_changed', `${title}: $12.00`],
    [person.email, 'share_revoked', title],
    [person.email, 'share_made', title],
    [person.email, 'token_revoked', tokenId],
    [person.email, 'token_made', 'CI (read)'],
    [person.email, 'signed_in', person.email],
    [null, 'sign_in_refused', person.email],
  ]);
  expect(JSON.stringify(events)).not.toContain(share.token);
});

test('what a stranger typed as an address is not kept', async () => {
  const payload = { email: 'my-password@example.com', password: 'x' };
  await world.ask({ method: 'POST', url: '/api/auth/login', payload });
  const [latest] = (await audit('?limit=1')).items;
  expect(latest).toMatchObject({ action: 'sign_in_refused', actor: null, subject: '' });
});

test('it is read page by page, by owners only, and outlives the account', async () => {
  const person = await world.person();
  await person.ask('POST', '/api/account/delete', { password: person.password });
  const first = await audit('?limit=2');
  const second = await audit(`?limit=2&before=${first.next_before}`);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  expect(new Set(ids).size).toBe(4);
  expect(first.items[0]).toMatchObject({ action: 'account_deleted', actor: person.email });
  const member = await world.person();
  expect((await member.ask('GET', '/api/audit')).statusCode).toBe(403);
});

test('the sweep keeps it for more than a year', async () => {
  await sweep(world.ports);
  const { items } = await audit('?limit=200');
  expect(items.length).toBeGreaterThan(3);
  const long = new Date(Date.now() + 1000);
  await world.ports.store.write((tx) => tx.audit.removeOlderThan(long));
  expect((await audit()).items).toEqual([]);
});
