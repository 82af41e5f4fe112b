import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation } from '#src/use-cases/account/accept-invitation.ts';
import { editUser } from '#src/use-cases/account/edit-user.ts';
import { inviteUser } from '#src/use-cases/account/invite-user.ts';
import { issueSocketTicket } from '#src/use-cases/account/issue-socket-ticket.ts';
import { checkTicketUser, takeSocketTicket } from '#src/use-cases/account/take-socket-ticket.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

const ends = {
  'a new password of one’s own': (person: Person) =>
    person.ask('POST', '/api/auth/password', {
      current_password: person.password,
      new_password: 'another horse battery',
    }),
  'a new password from an owner': ({ id }: Person) =>
    editUser(world.ports, { userId: id, edit: { password: 'another horse battery' } }),
  'being locked out': ({ id }: Person) => editUser(world.ports, { userId: id, edit: { is_disabled: true } }),
};

test.each(Object.entries(ends))(
  '%s ends logins, API tokens, sockets and the tickets for them',
  async (_what, end) => {
    const person = await world.person();
    const { id: sessionId } = (
      await person.ask('POST', '/api/sessions', { prompt: 'Crema, the cup' })
    ).json();
    const { token } = (await person.ask('POST', '/api/tokens', { name: 'a program' })).json();
    const tickets = await Promise.all(
      [1, 2].map(() => issueSocketTicket(world.ports, { userId: person.id, sessionId })),
    );
    const [taken, waiting] = tickets.map(({ ticket }) => ticket);
    const listening = await takeSocketTicket(world.ports, { ticket: taken ?? '', sessionId });
    await checkTicketUser(world.ports, listening);

    await end(person);

    for (const credential of [person.token, token]) {
      const headers = { authorization: `Bearer ${credential}` };
      expect((await world.ask({ url: '/api/auth/me', headers })).statusCode).toBe(401);
    }
    await expect(takeSocketTicket(world.ports, { ticket: waiting ?? '', sessionId })).rejects.toMatchObject({
      code: 'bad_ticket',
    });
    await expect(checkTicketUser(world.ports, listening)).rejects.toMatchObject({ code: 'ticket_ended' });
  },
);

const demotions = {
  'is no owner any more': { role: 'member' as const },
  'is locked out': { is_disabled: true },
};

test.each(Object.entries(demotions))('invitations of an owner who %s let nobody in', async (_what, edit) => {
  const person = await world.person();
  await world.person().then(({ id }) => editUser(world.ports, { userId: id, edit: { role: 'owner' } }));
  const owner = await editUser(world.ports, { userId: person.id, edit: { role: 'owner' } });
  const email = `${randomUUID()}@example.com`;
  const { token } = await inviteUser(world.ports, { owner, email, role: 'owner' });
  await editUser(world.ports, { userId: person.id, edit });
  const accepting = acceptInvitation(world.ports, { token, fullName: 'Eve', password: 'a long password' });
  await expect(accepting).rejects.toMatchObject({ code: 'invitation_not_found' });
});

test('a link that was revoked shows nothing at once, also to whoever had looked before', async () => {
  const person = await world.person();
  const { sessionId } = await world.finishedAd(person);
  const share = (await person.ask('POST', `/api/sessions/${sessionId}/share`)).json();
  const film = () =>
    world.ask({ url: `/api/shared/${share.token}/video.mp4`, headers: { range: 'bytes=0-9' } });
  const seen = await film();
  expect(seen.statusCode).toBe(206);
  expect(seen.headers.location).toBeUndefined();
  await person.ask('DELETE', `/api/sessions/${sessionId}/share/${share.id}`);
  expect((await film()).statusCode).toBe(404);
});

test('a link is in no row of the database, and is shown again while this server’s secret lasts', async () => {
  const person = await world.person();
  const { sessionId } = await world.finishedAd(person);
  const share = (await person.ask('POST', `/api/sessions/${sessionId}/share`)).json();
  const [kept] = await world.ports.store.read.shares.ofSession(sessionId);
  expect(JSON.stringify(kept)).not.toContain(share.token);
  const listed = () => person.ask('GET', `/api/sessions/${sessionId}/share`).then((answer) => answer.json());
  expect(await listed()).toEqual({ items: [share] });
  const older = { id: randomUUID(), sessionId, tokenHash: world.ports.tokens.digest('handed-out-earlier') };
  await world.ports.store.write((tx) => tx.shares.insert(older));
  expect((await listed()).items[1]).toMatchObject({ id: older.id, token: null, url: null });
  expect((await world.ask({ url: '/api/shared/handed-out-earlier' })).statusCode).toBe(200);
});
