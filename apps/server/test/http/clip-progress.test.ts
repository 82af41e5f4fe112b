import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '@spotsmith/contract/sessions';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Clip, Still } from '#src/domain/asset.ts';
import { clipReporter } from '#src/use-cases/4-clips/clip-reporter.ts';
import { type HttpWorld, openHttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let person: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  person = await world.person();
});
afterAll(() => world.close());

/** An ad of which one clip of three is made and two are on their way. */
async function adInTheMiddle() {
  const { id: sessionId } = (
    await person.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup' })
  ).json<Session>();
  const slot = { sessionId, origin: 'made', seed: 7, prompt: '', aspectRatio: '16:9' } as const;
  const still = { ...slot, id: randomUUID(), kind: 'image', position: 0, view: 'front' } as const;
  const direction = {
    shot: 'medium',
    camera: 'push-in',
    motion_prompt: '',
    motion_intensity: 0.5,
    seconds: 3,
  } as const;
  const clip = (position: number, status: Clip['status']) =>
    ({ ...slot, id: randomUUID(), kind: 'clip', position, status, imageId: still.id, direction }) as const;
  return world.ports.store.write(async (tx) => {
    await tx.assets.insert<Still>([still]);
    const clips = await tx.assets.insert<Clip>([clip(0, 'ready'), clip(1, 'running'), clip(2, 'running')]);
    const session = await tx.sessions.update(sessionId, { status: 'generating_videos' });
    const asset = clips[1];
    if (asset === undefined) throw new Error('Three clips were inserted.');
    return {
      job: 'generate-clip',
      session,
      asset,
      fence: 1,
      dir: '',
      signal: new AbortController().signal,
    } as const;
  });
}

test('the bar moves while clips are being made, with how many there are, by which model and how long it takes', async () => {
  const task = await adInTheMiddle();
  const report = clipReporter(world.ports, task, 'local-studio');
  await sleep(1_050);
  report(0.5);
  await vi.waitFor(async () => {
    const [message] = await world.ports.store.read.progress.after(task.session.id, 0, 10);
    // One is made and two are half-way: two thirds of the stage, which is 55 to 90 % of the ad.
    expect(message).toMatchObject({
      stage: 'clip_generation',
      progress: 67,
      message: 'Clip 2 is 50% done',
      metadata: {
        current_clip: 2,
        total_clips: 3,
        model: 'local-studio',
        fraction: 0.5,
        asset_id: task.asset.id,
      },
    });
    expect(message?.overall).toBeGreaterThan(75);
    expect(message?.metadata['eta_seconds']).toBeGreaterThan(0);
  });
});
