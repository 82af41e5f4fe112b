import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHostedWorld, type HostedWorld } from './hosted-world.ts';

let world: HostedWorld;
let door: Server;
let webhookUrl = '';
const heard: { headers: IncomingHttpHeaders; body: string; isGenuine: boolean }[] = [];
let listener: HostedWorld['replicate'];

beforeAll(async () => {
  world = await openHostedWorld();
  door = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      void listener.receiveWebhook(request.headers, body).then((isGenuine) => {
        heard.push({ headers: request.headers, body, isGenuine });
        response.writeHead(isGenuine ? 204 : 401).end();
      });
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  webhookUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/hook`;
  // So patient that only a webhook can wake it in time.
  listener = world.another({ webhookUrl, timing: { pollMs: 60_000, reconcileMs: 200 } });
});
afterAll(async () => {
  door.close();
  await world.close();
});

async function draw() {
  heard.length = 0;
  return listener.makers.image.make(world.anImage(), await world.aContext());
}

test('a webhook wakes whoever waits, long before the next look', async () => {
  expect((await draw()).mimeType).toBe('image/png');
  expect(heard.every(({ isGenuine }) => isGenuine)).toBe(true);
});

test('a webhook that comes twice has one effect', async () => {
  world.emulator.faults.arm('webhook', 'duplicate', 2);
  const before = world.emulator.created();
  await draw();
  expect(world.emulator.created() - before).toBe(1);
});

test('a forged, altered or old webhook is refused', async () => {
  await draw();
  const [real] = heard;
  if (!real) throw new Error('No webhook came.');
  const again = { ...real.headers };
  expect(await listener.receiveWebhook(again, real.body)).toBe(true);
  expect(await listener.receiveWebhook(again, `${real.body} `)).toBe(false);
  expect(await listener.receiveWebhook({ ...again, 'webhook-signature': 'v1,AAAA' }, real.body)).toBe(false);
  const anHourAgo = String(Math.floor(Date.now() / 1000) - 3600);
  expect(await listener.receiveWebhook({ ...again, 'webhook-timestamp': anHourAgo }, real.body)).toBe(false);
  expect(await listener.receiveWebhook({}, real.body)).toBe(false);
});

test('a lost answer is found by the mark in the webhook address alone', async () => {
  world.emulator.faults.arm('create', 'reset-after');
  const before = world.emulator.created();
  // Music uploads nothing, and this one has a twin.
  await listener.makers.music.make(world.someMusic({ seed: 5 }), await world.aContext());
  await listener.makers.music.make(world.someMusic({ seed: 5 }), await world.aContext());
  expect(world.emulator.created() - before).toBe(2);
});
