import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, expect, test, vi } from 'vitest';
import { readPreview } from '#src/adapters/hosted/comfyui/read-preview.ts';
import { Aborted } from '#src/domain/faults.ts';
import { isFailed } from '#src/domain/spending.ts';
import { MAX_PREVIEW_BYTES } from '#src/ports/makers.ts';
import { there } from '../contracts/store-world.ts';
import { openComfyuiWorld, type ComfyuiWorld } from './comfyui-world.ts';

let world: ComfyuiWorld;
afterEach(() => world.close());

const listened = () => vi.waitFor(() => expect(world.card.listeners()).toHaveLength(1), WAIT);
const WAIT = { timeout: 10_000, interval: 5 };
const WATCHABLE = { speed: 20 };

test.each(['0.3.64', '0.26.1'] as const)(
  'what ComfyUI %s is at is told by the workflow’s own names, with how far it is',
  async (version) => {
    world = await openComfyuiWorld({ ...WATCHABLE, version });
    const context = await world.aContext();
    expect(isFailed(await world.hosted.makers.image.make(world.anImage(), context))).toBe(false);
    const sampled = context.sights.filter(({ step }) => step?.of === 20).map(({ step }) => step);
    expect(sampled.at(-1)).toMatchObject({ name: expect.stringMatching(/[a-z]/i), done: 20, of: 20 });
    const fractions = context.sights.flatMap(({ fraction }) => fraction ?? []);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBeGreaterThan(0.5);
  },
);

test('what it comes to look like is shown while it works, drawn anew and small', async () => {
  world = await openComfyuiWorld({ speed: 0.5 });
  const stop = new AbortController();
  const context = await world.aContext({ signal: stop.signal });
  const making = world.hosted.makers.image.make(world.anImage(), context);
  const preview = await vi.waitFor(() => there(context.sights.flatMap((sight) => sight.preview ?? [])[0]), {
    timeout: 120_000,
    interval: 50,
  });
  stop.abort(new Aborted('handed_over', 'This process goes down.'));
  await making;
  expect(preview.length).toBeLessThanOrEqual(MAX_PREVIEW_BYTES);
  expect((await sharp(preview).metadata()).format).toBe('webp');
});

const BEFORE_PIXELS = 33;

/** A small PNG with as many texts of 50 MB, compressed to a thousandth. */
async function aPngOfTexts(count: number): Promise<Buffer> {
  const plain = sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } });
  const picture = await plain.png().toBuffer();
  const text = deflateSync(Buffer.alloc(50_000_000, 'a'), { level: 9 });
  const body = Buffer.concat([Buffer.from('zTXtComment\0\0', 'latin1'), text]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  const chunk = Buffer.concat([length, body, sum]);
  const texts = Array.from({ length: count }, () => chunk);
  return Buffer.concat([picture.subarray(0, BEFORE_PIXELS), ...texts, picture.subarray(BEFORE_PIXELS)]);
}

test('a preview that unpacks to half a gigabyte takes no memory of the server', async () => {
  world = await openComfyuiWorld();
  const before = process.resourceUsage().maxRSS;
  const bomb = Buffer.concat([Buffer.from([0, 0, 0, 1, 0, 0, 0, 2]), await aPngOfTexts(8)]);
  expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
  const preview = await readPreview(bomb);
  if (preview !== null) expect((await sharp(preview).metadata()).format).toBe('webp');
  // In KiB.
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 * 1024);
});

test('of several images on one card each is told how many come before it, and one is made after the other', async () => {
  world = await openComfyuiWorld(WATCHABLE);
  const contexts = await Promise.all([world.aContext(), world.aContext(), world.aContext()]);
  await Promise.all(contexts.map((context) => world.hosted.makers.image.make(world.anImage(), context)));
  const most = contexts.map(({ sights }) => Math.max(...sights.map(({ ahead }) => ahead)));
  expect(most.toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  for (const { sights } of contexts) expect(sights.at(-1)?.ahead).toBe(0);
});

test('somebody else’s work in ComfyUI counts as what comes before ours', async () => {
  world = await openComfyuiWorld(WATCHABLE);
  world.card.queueForeign();
  const context = await world.aContext();
  await world.hosted.makers.image.make(world.anImage(), context);
  expect(context.sights[0]?.ahead).toBe(1);
});

test('a proxy’s header goes on the socket, too, and only our own work is listened to', async () => {
  world = await openComfyuiWorld({ ...WATCHABLE, wantsHeader: { name: 'x-key', value: 'sesame' } });
  const open = world.another({ headers: { 'x-key': 'sesame' } });
  const context = await world.aContext();
  const making = open.makers.image.make(world.anImage(), context);
  await listened();
  expect(world.card.listeners()).toEqual([context.attempt.id]);
  expect(isFailed(await making)).toBe(false);
  await vi.waitFor(() => expect(world.card.listeners()).toEqual([]));
});

const A_BOMB = Buffer.concat([
  Buffer.from([0, 0, 0, 1, 0, 0, 0, 2]),
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
]);

test.each([
  ['nonsense', 'not json {{{'],
  ['numbers that are none', '{"type":"progress","data":{"value":"x","max":-1,"node":{},"prompt_id":1}}'],
  ['a picture that is none', A_BOMB],
  ['a message that is too large', Buffer.alloc(3 * 1024 * 1024)],
])('a socket that sends %s does no harm: the image comes', async (_name, message) => {
  world = await openComfyuiWorld(WATCHABLE);
  const context = await world.aContext();
  const making = world.hosted.makers.image.make(world.anImage(), context);
  await listened();
  world.card.sendRaw(context.attempt.id, message);
  expect(isFailed(await making)).toBe(false);
});

test('somebody else’s progress under our name is not taken for ours', async () => {
  world = await openComfyuiWorld(WATCHABLE);
  const context = await world.aContext();
  const making = world.hosted.makers.image.make(world.anImage(), context);
  await listened();
  const data = { value: 3, max: 77, node: '3', prompt_id: crypto.randomUUID() };
  world.card.sendRaw(context.attempt.id, JSON.stringify({ type: 'progress', data }));
  await making;
  expect(context.sights.some(({ step }) => step?.of === 77)).toBe(false);
});

test('a preview larger than it says, or of a kind that nobody asked for, is dropped', async () => {
  world = await openComfyuiWorld();
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 2]);
  const plain = sharp({ create: { width: 4096, height: 4096, channels: 3, background: 'red' } });
  expect(await readPreview(Buffer.concat([header, await plain.png().toBuffer()]))).toBeNull();
  expect(await readPreview(A_BOMB)).toBeNull();
  expect(await readPreview(Buffer.concat([header, Buffer.from([0xff, 0xd8, 0xff, 1, 2])]))).toBeNull();
  const small = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const otherKind = Buffer.from([0, 0, 0, 3, 0, 0, 0, 1]);
  expect(await readPreview(Buffer.concat([otherKind, small]))).toBeNull();
  expect(await readPreview(Buffer.concat([header, small]))).not.toBeNull();
});

test('after a crash the next process hears of the work that it takes up', async () => {
  world = await openComfyuiWorld({ speed: 8 });
  const stop = new AbortController();
  const first = await world.aContext({ signal: stop.signal });
  const making = world.hosted.makers.image.make(world.anImage(), first);
  await listened();
  stop.abort(new Aborted('handed_over', 'This process goes down.'));
  await making;
  const second = await world.aContext({
    attempt: { id: first.attempt.id, externalId: first.attempt.id, isResumed: true },
  });
  expect(isFailed(await world.another().makers.image.make(world.anImage(), second))).toBe(false);
  expect(second.sights.some(({ step }) => step !== null)).toBe(true);
  expect(world.card.runs()).toHaveLength(1);
});
