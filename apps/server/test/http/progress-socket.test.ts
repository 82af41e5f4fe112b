import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ProgressMessage } from '@spotsmith/contract/progress';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PUBLIC_URL, openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

const PING_MS = 2000;

let world: HttpWorld;
let person: Person;
let port: number;

beforeAll(async () => {
  world = await openHttpWorld({ socket: { pingEveryMs: PING_MS, stalledAfterMs: 2000, socketsPerUser: 4 } });
  person = await world.person();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(() => world.close());

const newAd = async (whose = person): Promise<string> =>
  (await whose.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup' })).json().id;

const say = (sessionId: string, message: string, padding = '') =>
  world.ports.store.write((tx) =>
    tx.progress.append(sessionId, {
      stage: 'image_generation',
      progress: 50,
      overall: 30,
      message,
      metadata: { current_image: 3, padding },
    }),
  );

/** Opens a socket as a browser or program would; answers pings unless told to keep silent. */
function listen(path: string, headers: Record<string, string>, { isSilent = false } = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  const messages: ProgressMessage[] = [];
  let pings = 0;
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ProgressMessage | { type: 'ping' };
    if ('seq' in message) messages.push(message);
    else {
      pings += 1;
      if (!isSilent) socket.send('pong');
    }
  });
  return {
    socket,
    messages,
    pings: () => pings,
    seqs: () => messages.map(({ seq }) => seq),
    /** Waits for a fact that a later message makes true. */
    async until(isSo: () => boolean) {
      for (let tries = 0; !isSo(); tries++) {
        if (tries > 400) throw new Error(`It did not come; here is what did: ${JSON.stringify(messages)}`);
        await sleep(25);
      }
    },
    async close() {
      socket.close();
      if (socket.readyState !== WebSocket.CLOSED) await once(socket, 'close');
    },
  };
}
const bearer = (who: Person) => ({ authorization: `Bearer ${who.token}` });

async function refusal(path: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  socket.on('error', () => {});
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  });
  socket.terminate();
  return status;
}

describe('who may listen', () => {
  test('only the maker of the ad, before anything is upgraded', async () => {
    const ad = await newAd();
    const stranger = await world.person();
    const cookie = `spotsmith_login=${person.token}`;
    expect(await refusal(`/ws/${ad}`, {})).toBe(401);
    expect(await refusal(`/ws/${ad}`, { origin: PUBLIC_URL })).toBe(401);
    expect(await refusal(`/ws/${ad}`, { authorization: 'Bearer nonsense' })).toBe(401);
    expect(await refusal(`/ws/${ad}`, { cookie })).toBe(403);
    expect(await refusal(`/ws/${ad}`, { cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await refusal(`/ws/${ad}`, bearer(stranger))).toBe(404);
    expect(await refusal(`/ws/${crypto.randomUUID()}`, bearer(person))).toBe(404);
    expect(await refusal('/ws/nonsense', bearer(person))).toBe(400);
  });

  test('a browser on our own page by its cookie', async () => {
    const ad = await newAd();
    const tab = listen(`/ws/${ad}`, { cookie: `spotsmith_login=${person.token}`, origin: PUBLIC_URL });
    await once(tab.socket, 'open');
    await tab.close();
  });

  test('a page elsewhere by a ticket, once, for this ad only', async () => {
    const [ad, other] = [await newAd(), await newAd()];
    const ticketFor = async (session_id: string) =>
      (await person.ask('POST', '/api/auth/socket-ticket', { session_id })).json().ticket as string;
    const ticket = await ticketFor(ad);
    const tab = listen(`/ws/${ad}?ticket=${ticket}`, { origin: 'https://elsewhere.example' });
    await once(tab.socket, 'open');
    await tab.close();
    expect(await refusal(`/ws/${ad}?ticket=${ticket}`, {})).toBe(401);
    expect(await refusal(`/ws/${other}?ticket=${await ticketFor(ad)}`, {})).toBe(401);
    expect(world.log()).not.toContain(ticket);
  });

  test('who is refused leaves no open connection behind', async () => {
    const before = await connections();
    expect(await refusal(`/ws/${crypto.randomUUID()}`, bearer(person))).toBe(404);
    expect(await refusal('/nothing-here', {})).not.toBe(0);
    while ((await connections()) > before) await sleep(50);
    expect(await connections()).toBe(before);
  });

  test('not in more tabs than anybody needs', async () => {
    const somebody = await world.person();
    const ad = await newAd(somebody);
    const tabs = Array.from({ length: 4 }, () => listen(`/ws/${ad}`, bearer(somebody)));
    await Promise.all(tabs.map(({ socket }) => once(socket, 'open')));
    expect(await refusal(`/ws/${ad}`, bearer(somebody))).toBe(429);
    await Promise.all(tabs.map((tab) => tab.close()));
  });
});

describe('what is heard', () => {
  test('everything from the beginning, then what comes, in order and once, in every tab', async () => {
    const ad = await newAd();
    await say(ad, 'first');
    await say(ad, 'second');
    const tabs = [listen(`/ws/${ad}`, bearer(person)), listen(`/ws/${ad}`, bearer(person))];
    for (let count = 3; count <= 12; count++) await say(ad, `number ${count}`);
    for (const tab of tabs) {
      await tab.until(() => tab.messages.length >= 12);
      expect(tab.seqs()).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
      await tab.close();
    }
    expect(tabs[0]?.messages[0]).toEqual({
      seq: 1,
      stage: 'image_generation',
      progress: 50,
      overall: 30,
      message: 'first',
      current_cost: 0,
      metadata: { current_image: 3, padding: '' },
    });
  });

  test('after a lost connection what was missed, and nothing twice', async () => {
    const ad = await newAd();
    for (let count = 1; count <= 250; count++) await say(ad, `number ${count}`);
    const tab = listen(`/ws/${ad}?after=7`, bearer(person));
    await tab.until(() => tab.messages.length >= 243);
    await say(ad, 'the next');
    await tab.until(() => tab.messages.length >= 244);
    expect(tab.seqs()).toEqual(Array.from({ length: 244 }, (_, index) => index + 8));
    await tab.close();
    const events = (await person.ask('GET', `/api/sessions/${ad}/events?after=248`)).json().items;
    expect(events.map(({ seq }: ProgressMessage) => seq)).toEqual([249, 250, 251]);
  });

  test('nothing of another ad', async () => {
    const [mine, other] = [await newAd(), await newAd()];
    const tab = listen(`/ws/${mine}`, bearer(person));
    await once(tab.socket, 'open');
    await say(other, 'not for you');
    await say(mine, 'for you');
    await tab.until(() => tab.messages.length > 0);
    expect(tab.messages.map(({ message }) => message)).toEqual(['for you']);
    await tab.close();
  });
});

describe('how it ends', () => {
  test('who answers the pings stays; who does not is let go', async () => {
    const ad = await newAd();
    const awake = listen(`/ws/${ad}`, bearer(person));
    const asleep = listen(`/ws/${ad}`, bearer(person), { isSilent: true });
    await once(asleep.socket, 'close');
    await awake.until(() => awake.pings() >= 2);
    expect(awake.socket.readyState).toBe(WebSocket.OPEN);
    await awake.close();
  });

  test('signing out ends it with the next ping', async () => {
    const somebody = await world.person();
    const tab = listen(`/ws/${await newAd(somebody)}`, bearer(somebody));
    await once(tab.socket, 'open');
    await somebody.ask('POST', '/api/auth/logout');
    const [code] = (await once(tab.socket, 'close')) as [number];
    expect(code).toBe(1008);
  });

  test('who talks too much is cut off', async () => {
    const tab = listen(`/ws/${await newAd()}`, bearer(person));
    await once(tab.socket, 'open');
    tab.socket.send('x'.repeat(2000));
    const [code] = (await once(tab.socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  test('a reader that takes nothing is cut off, and the server keeps nothing for it', async () => {
    const ad = await newAd();
    const padding = 'x'.repeat(250_000);
    for (let count = 0; count < 100; count++) await say(ad, 'large', padding);
    const openBefore = await connections();
    const reader = connect(port, '127.0.0.1');
    reader.write(
      `GET /ws/${ad} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nAuthorization: Bearer ${person.token}\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await once(reader, 'readable');
    while ((await connections()) > openBefore) await sleep(50);
    let received = 0;
    reader.on('data', (chunk: Buffer) => (received += chunk.length));
    reader.on('error', () => {});
    await once(reader, 'close');
    expect(received).toBeLessThan(20_000_000);
  });

  // The last one: it stops the server of this file.
  test('a server that stops tells everybody to come back', async () => {
    const tab = listen(`/ws/${await newAd()}`, bearer(person));
    await once(tab.socket, 'open');
    const closed = once(tab.socket, 'close') as Promise<[number]>;
    await world.app.close();
    expect((await closed)[0]).toBe(1012);
  });
});

const connections = promisify((done: (error: Error | null, count: number) => void) =>
  world.app.server.getConnections(done),
);
