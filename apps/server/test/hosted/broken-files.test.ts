import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { adComposer } from '#src/adapters/compositor/ad-composer.ts';
import { Permanent, Transient } from '#src/domain/faults.ts';
import { isFailed } from '#src/domain/spending.ts';
import { verifyMedia } from '#src/use-cases/making/keep-media.ts';
import { openHostedWorld, type HostedWorld } from './hosted-world.ts';

const FFMPEG_PATH = process.env['FFMPEG_PATH'] ?? 'ffmpeg';
const FFPROBE_PATH = process.env['FFPROBE_PATH'] ?? 'ffprobe';

let world: HostedWorld;
beforeAll(async () => {
  world = await openHostedWorld();
});
afterAll(() => world.close());
afterEach(() => world.emulator.faults.clear());

type Try = { ffmpegPath?: string; externalId?: string | null; trouble?: string | null };

/** Makes a clip, or fetches the one it has, and looks at it as the engine does. */
async function aClip({ ffmpegPath = FFMPEG_PATH, externalId = null, trouble = null }: Try = {}) {
  const context = await world.aContext({ attempt: { externalId, isResumed: externalId !== null } });
  const made = await world.hosted.makers.clip.make(world.aClip(), context);
  const asset = trouble === null ? null : { trouble: { code: trouble, message: '', can_retry: true } };
  const logged: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: (fields: unknown) => void logged.push(fields),
    error: () => undefined,
  };
  const encoder = Promise.resolve('libx264' as const);
  const tools = { ffmpegPath, ffprobePath: FFPROBE_PATH, encoder, log };
  const composer = adComposer({ cacheDir: join(world.dir, 'cache'), ...tools });
  const task = { dir: context.outDir, signal: context.signal, asset } as Parameters<typeof verifyMedia>[1];
  const verified = await verifyMedia({ composer, log }, task, 'clip', made);
  return { verified, externalId: externalId ?? context.ids[0] ?? null, logged };
}

async function anFfmpegThat(script: string): Promise<string> {
  const path = join(world.dir, `ffmpeg-${crypto.randomUUID()}`);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

test('a good clip is kept', async () => {
  const { verified, logged } = await aClip();
  expect(isFailed(verified)).toBe(false);
  expect(logged).toEqual([]);
});

test.each([
  ['is killed by the system', 'kill -9 $$'],
  ['has no room on the disk', 'echo "No space left on device" >&2; exit 1'],
])(
  'while FFmpeg %s nothing paid is thrown away: the call stays open, and the next look keeps the file',
  async (_what, script) => {
    const created = world.emulator.created();
    const first = await aClip({ ffmpegPath: await anFfmpegThat(script) });
    expect(first.verified).toMatchObject({ fault: expect.any(Transient), spent: 'running' });
    expect(first.logged).toHaveLength(1);
    const second = await aClip({ externalId: first.externalId });
    expect(isFailed(second.verified)).toBe(false);
    expect(world.emulator.created() - created).toBe(1);
  },
);

test('a clip that was quietly cut short on its way is fetched again, for nothing', async () => {
  const created = world.emulator.created();
  world.emulator.faults.arm('download', 'cut-short');
  const first = await aClip();
  expect(first.verified).toMatchObject({ fault: { code: 'came_broken' }, spent: 'running' });
  const second = await aClip({ externalId: first.externalId, trouble: 'came_broken' });
  expect(isFailed(second.verified)).toBe(false);
  expect(world.emulator.created() - created).toBe(1);
});

test('a clip that is broken at the provider too was paid for, and is not fetched for ever', async () => {
  world.emulator.faults.arm('download', 'cut-short', 2);
  const first = await aClip();
  const second = await aClip({ externalId: first.externalId, trouble: 'came_broken' });
  expect(second.verified).toMatchObject({ fault: expect.any(Permanent), spent: 110_000 });
});
