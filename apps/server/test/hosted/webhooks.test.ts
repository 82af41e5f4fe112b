import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WEBHOOK_PATH } from '#src/http/routes/webhooks.ts';
import { openHttpWorld, type HttpWorld } from '../http/http-world.ts';
import { made } from '../support/made.ts';
import { openHostedWorld, type HostedWorld } from './hosted-world.ts';

let world: HostedWorld;
let door: HttpWorld;
const heard: { headers: IncomingHttpHeaders; body: string; isGenuine: boolean }[] = [];
/** The process that waits; another one has the door. */
let listener: HostedWorld['hosted'];
let webhookUrl = '';

beforeAll(async () => {
  world = await openHostedWorld();
  const { receiveWebhook } = world.another();
  door = await openHttpWorld({
    async receiveWebhook(_provider, headers, body) {
      const isGenuine = await receiveWebhook(headers, body);
      heard.push({ headers, body, isGenuine });
      return isGenuine;
    },
  });
  webhookUrl = `${await door.app.listen({ port: 0, host: '127.0.0.1' })}${WEBHOOK_PATH}/replicate`;
  // So patient that only a webhook can wake it in time.
  listener = world.another({ webhookUrl, timing: { pollMs: 60_000, reconcileMs: 200 } });
});
afterAll(async () => {
  await door.close();
  await world.close();
});

async function draw() {
  heard.length = 0;
  return made(listener.makers.image.make(world.anImage(), await world.aContext()));
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
  const signature = Object.entries(real.headers).filter(([name]) => name.startsWith('webhook-'));
  const send = async (body: string, changes: Record<string, string> = {}) => {
    const headers = { 'content-type': 'application/json', ...Object.fromEntries(signature), ...changes };
    return (await fetch(webhookUrl, { method: 'POST', body, headers: headers as Record<string, string> }))
      .status;
  };
  expect(await send(real.body)).toBe(204);
  expect(await send(`${real.body} `)).toBe(401);
  expect(await send(real.body, { 'webhook-signature': 'v1,AAAA' })).toBe(401);
  const anHourAgo = String(Math.floor(Date.now() / 1000) - 3600);
  expect(await send(real.body, { 'webhook-timestamp': anHourAgo })).toBe(401);
  const bare = await door.ask({ method: 'POST', url: `${WEBHOOK_PATH}/replicate`, payload: {} });
  expect(bare.statusCode).toBe(401);
});

test.each([
  ['no JSON', 'hello'],
  ['JSON without a call', '[]'],
  ['nothing', ''],
])('a well-signed webhook that holds %s wakes nobody and is no fault of ours', async (_what, body) => {
  const key = Buffer.from(world.emulator.webhookSecret.replace('whsec_', ''), 'base64');
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`msg_1.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'msg_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const { status } = await fetch(webhookUrl, { method: 'POST', body, headers });
  expect(status).toBe(401);
});

test('a lost answer is found by the mark in the webhook address alone', async () => {
  world.emulator.faults.arm('create', 'reset-after');
  const before = world.emulator.created();
  // Music uploads nothing, and this one has a twin.
  await listener.makers.music.make(world.someMusic({ seed: 5 }), await world.aContext());
  await listener.makers.music.make(world.someMusic({ seed: 5 }), await world.aContext());
  expect(world.emulator.created() - before).toBe(2);
});

test('a call whose webhook names another attempt is never taken for the lost one, however alike', async () => {
  const request = world.someMusic({ seed: 6 });
  const other = await world.aContext();
  await made(listener.makers.music.make(request, other));
  const lost = await world.aContext({ attempt: { isResumed: true } });
  await made(listener.makers.music.make(request, lost));
  expect(lost.ids).not.toEqual(other.ids);
});
