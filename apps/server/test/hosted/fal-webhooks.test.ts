import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFal, type FalEmulator } from '@spotsmith/provider-emulators/fal/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HostedProvider } from '#src/adapters/hosted/hosted-provider.ts';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';

let emulator: FalEmulator;
let provider: HostedProvider;
let door: Server;
let webhook = '';
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  emulator = await startFal({ media: sketchMedia(), speed: 100, scale: 0.1 });
  provider = openProvider({ provider: 'fal', key: 'a key', baseUrl: emulator.baseUrl });
  door = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  webhook = `http://127.0.0.1:${address.port}/hook?attempt=7`;
});
afterAll(async () => {
  await new Promise((resolve) => door.close(resolve));
  await emulator.close();
});

async function report() {
  heard.length = 0;
  const { id } = await provider.create({
    attemptId: '7',
    model: 'fal-ai/nano-banana-2',
    version: null,
    input: { prompt: 'A cup' },
    cancelAfterSeconds: 60,
    webhook,
  });
  for (let looks = 0; heard.length === 0 && looks < 500; looks++) await sleep(20);
  const [first] = heard;
  if (first === undefined) throw new Error('No webhook came.');
  return { id, ...first };
}

test('a report of fal names the call that is waited for', async () => {
  const { id, headers, body } = await report();
  expect(await provider.verifyWebhook(headers, body)).toBe(provider.nameInWebhooks?.(id));
});

test('an altered, old or forged report is nobody’s', async () => {
  const { headers, body } = await report();
  expect(await provider.verifyWebhook(headers, `${body} `)).toBeNull();
  const other = { ...headers, 'x-fal-webhook-request-id': 'another' };
  expect(await provider.verifyWebhook(other, body)).toBeNull();
  const anHourAgo = String(Math.floor(Date.now() / 1000) - 3600);
  expect(await provider.verifyWebhook({ ...headers, 'x-fal-webhook-timestamp': anHourAgo }, body)).toBeNull();
  emulator.faults.arm('webhook', 'forged');
  const forged = await report();
  expect(await provider.verifyWebhook(forged.headers, forged.body)).toBeNull();
});
