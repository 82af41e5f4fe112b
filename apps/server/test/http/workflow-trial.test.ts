import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TrialEvent } from '@spotsmith/contract/workflows';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openComfyuiWorld, type ComfyuiWorld } from '../hosted/comfyui-world.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

const IMAGES = '/api/workflows/comfyui/sdxl/trial';
const CLIPS = '/api/workflows/comfyui/wan-2.2-5b/trial';
const SOON = { timeout: 20_000, interval: 10 };

let comfyui: ComfyuiWorld;
let world: HttpWorld;
let owner: Person;
let member: Person;
let port: number;
beforeAll(async () => {
  comfyui = await openComfyuiWorld({ speed: 20, media: sketchMedia() });
  world = await openHttpWorld({ graphicsCards: comfyui.hosted.graphicsCards ?? null });
  owner = await world.person();
  member = await world.person();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await world.close();
  await comfyui.close();
});

async function tried(url: string): Promise<TrialEvent[]> {
  const { statusCode, body } = await owner.ask('POST', url);
  expect(statusCode).toBe(200);
  return body
    .trim()
    .split('\n')
    .map((line) => TrialEvent.parse(JSON.parse(line)));
}

/** Tries it as a browser does, and hangs up when told. */
function hangUpOn(url: string): { hangUp(): void; ended: Promise<void> } {
  const headers = { authorization: `Bearer ${owner.token}` };
  const asking = httpRequest({ port, host: '127.0.0.1', path: url, method: 'POST', headers });
  const ended = new Promise<void>((resolve) => asking.once('close', resolve));
  asking.on('error', () => undefined);
  asking.on('response', (answer) => answer.resume());
  asking.end();
  return { hangUp: () => asking.destroy(), ended };
}

test('an owner tries a workflow: how it comes along, the picture, its seconds and the memory it took', async () => {
  const events = await tried(IMAGES);
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error(`It came to ${JSON.stringify(last)}.`);
  const { file, memory, took_seconds: took, width } = last.result;
  const encoded = Buffer.from(file.slice(file.indexOf(',') + 1), 'base64');
  expect((await sharp(encoded).metadata()).width).toBe(width);
  expect(took).toBeGreaterThan(0);
  expect(memory).toMatchObject({ device: 'NVIDIA GeForce RTX 3060', total_bytes: 12 * 1024 ** 3 });
  expect(memory?.used_after_bytes).toBeGreaterThan(memory?.used_before_bytes ?? Infinity);
  const sights = events.filter((event) => event.type === 'sight');
  expect(sights.some(({ sight }) => sight.step?.of === 20)).toBe(true);
  expect(sights.some(({ picture }) => picture?.startsWith('data:image/webp;base64,'))).toBe(true);
});

test('a workflow for clips is tried with a drawn picture, and the clip plays about two seconds', async () => {
  const last = (await tried(CLIPS)).at(-1);
  if (last?.type !== 'done') throw new Error(`It came to ${JSON.stringify(last)}.`);
  expect(last.result.mime_type).toBe('video/mp4');
  expect(last.result.seconds).toBeGreaterThan(1);
});

test.each([
  ['run-out-of-memory', 'gpu_out_of_memory'],
  ['file-no-picture', /./],
  ['run-saves-nothing', 'gpu_no_output'],
] as const)('what goes wrong is told with what mends it: %s', async (fault, code) => {
  comfyui.card.faults.arm(fault, 8);
  const last = (await tried(IMAGES)).at(-1);
  comfyui.card.faults.clear();
  if (last?.type !== 'failed') throw new Error(`It came to ${JSON.stringify(last?.type)}.`);
  expect(last.trouble.code).toMatch(code);
  expect(last.trouble.message.length).toBeGreaterThan(20);
});

test('one is tried at a time; who hangs up stops that work and no other, and the next can be tried', async () => {
  const foreign = comfyui.card.queueForeign();
  const first = hangUpOn(IMAGES);
  await vi.waitFor(() => expect(comfyui.card.listeners()).toHaveLength(1), SOON);
  const second = await owner.ask('POST', CLIPS);
  expect(second.statusCode).toBe(409);
  expect(second.json()).toMatchObject({ code: 'trial_under_way' });
  const ours = comfyui.card.graphs().length;
  first.hangUp();
  await first.ended;
  await vi.waitFor(async () => expect((await owner.ask('POST', IMAGES)).statusCode).toBe(200), SOON);
  expect(comfyui.card.runs()).toContain(foreign);
  expect(comfyui.card.interrupts()).not.toContain(null);
  expect(comfyui.card.graphs()).toHaveLength(ours + 1);
});

test('only owners try, only what is there, and only where there is a card', async () => {
  expect((await member.ask('POST', IMAGES)).statusCode).toBe(403);
  expect((await owner.ask('POST', '/api/workflows/comfyui/none/trial')).statusCode).toBe(404);
  const cardless = await openHttpWorld();
  const alone = await cardless.person();
  expect((await alone.ask('POST', IMAGES)).json()).toMatchObject({ code: 'no_graphics_card' });
  await cardless.close();
});
