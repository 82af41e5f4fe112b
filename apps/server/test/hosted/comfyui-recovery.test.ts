import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Aborted } from '#src/domain/faults.ts';
import { isFailed } from '#src/domain/spending.ts';
import { openComfyuiWorld, type ComfyuiWorld } from './comfyui-world.ts';

let world: ComfyuiWorld;
beforeAll(async () => {
  world = await openComfyuiWorld();
});
afterAll(() => world.close());
afterEach(() => world.card.faults.clear());

type Context = Awaited<ReturnType<ComfyuiWorld['aContext']>>;

async function draw(
  more: Parameters<ComfyuiWorld['anImage']>[0] = {},
  context?: Context,
  hosted = world.hosted,
) {
  const made = await hosted.makers.image.make(world.anImage(more), context ?? (await world.aContext()));
  if (isFailed(made)) throw made.fault;
  return made;
}

const faultOf = (making: Promise<unknown>) =>
  making.then(
    () => null,
    (fault: unknown) => fault,
  );
const runsOf = (id: string) => world.card.runs().filter((run) => run === id).length;
async function eventually(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries++) await sleep(20);
  expect(isSo()).toBe(true);
}

test('a picture costs nothing, and is made from the photo in a size that the model takes', async () => {
  const made = await draw();
  expect(made).toMatchObject({ provider: 'comfyui', model: 'comfyui/qwen-image-edit', actualMicros: 0 });
  const [graph] = world.card.graphs().slice(-1);
  expect(graph?.['4']?.inputs['image']).toMatch(/^spotsmith\/[\w-]+-0\.png$/);
  expect(graph?.['9']?.inputs).toMatchObject({ width: 1776, height: 992 });
  expect((await sharp(made.path).metadata()).width).toBe(178);
});

test('without a photo the model that draws from words is used, and one that needs a photo says so', async () => {
  expect((await draw({ photos: [] })).model).toBe('comfyui/sdxl');
  const fault = await faultOf(draw({ photos: [], model: 'comfyui/flux-kontext' }));
  expect(fault).toMatchObject({ code: 'workflow_wants_picture' });
});

test.each(['submit-lost-before', 'submit-lost-after'] as const)(
  '%s: it runs once all the same',
  async (fault) => {
    world.card.faults.arm(fault);
    const context = await world.aContext();
    await draw({}, context);
    expect(runsOf(context.attempt.id)).toBe(1);
  },
);

test('a ComfyUI that was restarted and forgot the work gets it again', async () => {
  world.card.faults.arm('run-never-ends');
  const context = await world.aContext();
  const first = faultOf(draw({}, context));
  await eventually(() => runsOf(context.attempt.id) === 1);
  await world.card.stop();
  await world.card.start();
  expect(await first).toMatchObject({ code: 'provider_unreachable', retryAfterMs: 10_000 });
  const { id } = context.attempt;
  await draw({}, await world.aContext({ attempt: { id, externalId: id, isResumed: true } }));
  expect(runsOf(id)).toBe(2);
});

test('a ComfyUI that is not running is waited for, and the wait says what to do', async () => {
  await world.card.stop();
  const context = await world.aContext();
  const making = draw({}, context);
  await eventually(() => context.waits.length > 0);
  expect(context.waits[0]).toMatch(/cannot be reached at 127\.0\.0\.1:\d+\. Start it, or check COMFYUI_URL/);
  await world.card.start();
  await making;
});

test('a ComfyUI that hangs keeps the work for the next try', async () => {
  const impatient = world.another({ answerWithinMs: 1_000 });
  await impatient.models();
  const { id } = (await world.aContext()).attempt;
  const attempt = { id, externalId: id, isResumed: true };
  world.card.faults.arm('hangs', 2);
  const made = await impatient.makers.image.make(world.anImage(), await world.aContext({ attempt }));
  expect(made).toMatchObject({ fault: { code: 'provider_unreachable' }, spent: 'running' });
});

test.each([
  ['run-out-of-memory', 'gpu_out_of_memory', /ran out of memory at 1776×992.*smaller model/],
  ['run-interrupted', 'provider_cancelled', /Somebody cancelled this/],
  ['run-saves-nothing', 'gpu_no_output', /saved nothing at node 12/],
  ['run-fails', 'provider_failed', /KSampler: mat1 and mat2/],
  [
    'submit-node-errors',
    'workflow_refused',
    /VAELoader: Value 0 smaller than min of 1 steps\. Mend it in ComfyUI/,
  ],
  ['node-missing', 'gpu_node_missing', /no node “\w+”.*ComfyUI-Manager/],
  ['login-page', 'provider_key_refused', /A login stands before ComfyUI.*COMFYUI_HEADERS/],
  ['login-redirect', 'provider_key_refused', /COMFYUI_HEADERS/],
  ['login-refused', 'provider_key_refused', /COMFYUI_HEADERS/],
] as const)('%s is told with what mends it', async (armed, code, message) => {
  world.card.faults.arm(armed);
  const fault = await faultOf(draw());
  expect(fault).toMatchObject({ code });
  expect(String(fault)).toMatch(message);
});

test('a graph with errors that was queued all the same is taken out again', async () => {
  world.card.faults.arm('run-never-ends');
  world.card.faults.arm('submit-node-errors');
  const context = await world.aContext();
  await faultOf(draw({}, context));
  // The next one would wait for ever behind it.
  await draw();
});

test('after the card ran out of memory the next try is half as large, and says so', async () => {
  const made = await draw({}, await world.aContext({ previousTrouble: 'gpu_out_of_memory' }));
  expect(world.card.graphs().at(-1)?.['9']?.inputs).toMatchObject({ width: 1248, height: 704 });
  expect(made.warnings[0]).toContain('half as many pixels');
});

test('a run whose history tells no status is known by its files', async () => {
  world.card.faults.arm('run-without-status');
  await draw();
});

test.each(['file-truncated', 'file-no-picture', 'file-endless'] as const)(
  'a file that comes wrong (%s) is fetched again, not made again',
  async (fault) => {
    world.card.faults.arm(fault);
    const context = await world.aContext();
    await draw({}, context);
    expect(runsOf(context.attempt.id)).toBe(1);
  },
);

test('a cancel stops ours while it runs, by its id', async () => {
  world.card.faults.arm('run-never-ends');
  const controller = new AbortController();
  const context = await world.aContext({ signal: controller.signal });
  const making = faultOf(draw({}, context));
  await eventually(() => runsOf(context.attempt.id) === 1);
  controller.abort(new Aborted('cancelled', 'Not wanted any more.'));
  expect(await making).toMatchObject({ code: 'cancelled' });
  expect(world.card.interrupts().at(-1)).toBe(context.attempt.id);
});

test('a cancel of ours leaves what somebody else runs alone', async () => {
  world.card.faults.arm('run-never-ends');
  const foreign = world.card.queueForeign();
  const before = world.card.interrupts().length;
  const controller = new AbortController();
  const context = await world.aContext({ signal: controller.signal });
  const making = faultOf(draw({}, context));
  await eventually(() => context.ids.length === 1);
  controller.abort(new Aborted('cancelled', 'Not wanted any more.'));
  expect(await making).toMatchObject({ code: 'cancelled' });
  expect(world.card.interrupts().length).toBe(before);
  expect([runsOf(foreign), runsOf(context.attempt.id)]).toEqual([1, 0]);
  await world.card.stop();
  await world.card.start();
});

test('a process that is going down leaves the work running for the next one', async () => {
  const controller = new AbortController();
  const context = await world.aContext({ signal: controller.signal });
  const making = faultOf(draw({}, context));
  await eventually(() => context.ids.length === 1);
  controller.abort(new Aborted('draining', 'The server is stopping.'));
  expect(await making).toMatchObject({ code: 'draining' });
  const { id } = context.attempt;
  await draw({}, await world.aContext({ attempt: { id, externalId: id, isResumed: true } }), world.another());
  expect(runsOf(id)).toBe(1);
});
