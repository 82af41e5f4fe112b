import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Session } from '@spotsmith/contract/sessions';
import { Storyboard } from '@spotsmith/motion/storyboard';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { openStoryWorld, type StoryServer, type StoryWorld } from '../support/story-world.ts';

const run = promisify(execFile);
const WISHES = {
  numClips: null,
  clipSeconds: 2,
  productName: null,
  callToAction: 'Order today',
  layout: null,
} as const;

describe('A designed ad', () => {
  let world: StoryWorld;
  let server: StoryServer;
  let ad: Session;

  beforeAll(async () => {
    world = await openStoryWorld();
    await copyEmbedded(join(world.dataDir, 'database'));
    server = await world.start();
    const { id } = await server.api.createSession({
      prompt: 'Dew, the face serum for calm mornings, €38',
      num_images: 4,
      target_seconds: 6,
      style: 'bold',
      seed: 7,
    });
    await server.api.uploadPhoto(id, world.photoPath);
    ad = await makeAd(server.api, id, WISHES, () => undefined);
  });
  afterAll(() => world.close());

  async function framesOf(id: string): Promise<number> {
    const path = join(world.dataDir, 'ad.mp4');
    await writeFile(path, await server.api.download(id));
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-select_streams', 'v', '-count_packets'],
      ...['-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', path],
    ]);
    return Number(stdout.trim());
  }

  async function storyboard(): Promise<Storyboard> {
    const { storyboard: found } = await server.api.storyboard(ad.id);
    if (found === null) throw new Error('The ad has no storyboard.');
    return found;
  }

  test('needs no clips, costs nothing and is as long as it was asked to be', async () => {
    expect(ad.clips).toEqual([]);
    expect(ad.spent_usd).toBe(0);
    expect(ad.finals[0]?.verdict?.reasons.map(({ code }) => code)).not.toContain('other_length');
    expect(Math.abs((await framesOf(ad.id)) / 30 - 6)).toBeLessThan(0.5);
  });

  test('has the style that was wished for, and opens and ends as an ad does', async () => {
    const { style, styleReason, shots } = await storyboard();
    expect({ style, styleReason }).toEqual({ style: 'bold', styleReason: 'Chosen by hand.' });
    expect(shots[0]?.role).toBe('hook');
    expect(shots.at(-1)?.role).toBe('cta');
  });

  test('says what the prompt says, the price as it stands there, and the call to action that was wished for', async () => {
    const { copy } = await storyboard();
    expect(copy).toMatchObject({ name: 'Dew', price: '€38', callToAction: 'Order today' });
  });

  test('shows what is changed in its storyboard, and draws only the shots that show it', async () => {
    const before = await storyboard();
    const segments = join(world.dataDir, 'segments');
    const known = new Set(await readdir(segments));
    const changed = { ...before, copy: { ...before.copy, callToAction: 'Fetch a bottle' } };
    await server.api.editStoryboard(ad.id, changed);
    expect((await storyboard()).copy.callToAction).toBe('Fetch a bottle');
    await server.api.composeFinal(ad.id, {});
    ad = await makeAd(server.api, ad.id, WISHES, () => undefined);
    expect(ad.finals).toHaveLength(2);
    const drawn = (await readdir(segments)).filter((name) => name.endsWith('.mp4') && !known.has(name));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan([...known].filter((name) => name.endsWith('.mp4')).length);
    expect((await stat(join(segments, drawn[0] ?? ''))).size).toBeGreaterThan(0);
  });

  test('refuses a storyboard that shows what the ad does not have', async () => {
    const { shots, ...rest } = await storyboard();
    const picture = { kind: 'clip', assetId: 'b0a7f0a4-58a1-4d0a-9a4f-1d9a2a6b7c11', inSeconds: 0 } as const;
    const wrong = { ...rest, shots: shots.map((shot) => ({ ...shot, picture })) };
    await expect(server.api.editStoryboard(ad.id, wrong)).rejects.toMatchObject({ code: 'no_such_picture' });
  });
});
