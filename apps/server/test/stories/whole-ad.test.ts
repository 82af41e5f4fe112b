import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProgressMessage } from '@spotsmith/contract/progress';
import type { Session } from '@spotsmith/contract/sessions';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEMO_LOGIN } from '#src/use-cases/account/open-local-access.ts';
import { apiClient } from '#src/cli/api-client.ts';
import { makeAd } from '#src/cli/make-ad.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
  type StoryWorld,
} from '../support/story-world.ts';

const run = promisify(execFile);

describe('An ad made over the API alone', () => {
  let world: StoryWorld;
  let server: StoryServer;
  let session: Session;
  const live: ProgressMessage[] = [];

  beforeAll(async () => {
    world = await openStoryWorld();
    await copyEmbedded(join(world.dataDir, 'database'));
    server = await world.start();
    const api = apiClient({ url: server.url, token: await logIn(server.url) });
    const { id } = await api.createSession(SMALL_AD);
    await api.uploadPhoto(id, world.photoPath);
    session = await makeAd(api, id, SMALL_WISHES, (message) => live.push(message));
  });

  afterAll(() => world.close());

  async function probe(): Promise<Record<string, string>> {
    const path = join(world.dataDir, 'downloaded.mp4');
    await writeFile(path, await server.api.download(session.id));
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-count_packets', '-of', 'default=noprint_wrappers=1'],
      ...[
        '-show_entries',
        'stream=codec_name,profile,width,height,r_frame_rate,pix_fmt,color_space,sample_rate,channels,nb_read_packets',
      ],
      path,
    ]);
    const [video = '', audio = ''] = stdout.split(/(?=codec_name=aac)/);
    const read = (text: string, prefix: string) =>
      text
        .trim()
        .split('\n')
        .map((line) => {
          const [key, value] = line.split('=');
          return [`${prefix}_${key}`, value];
        });
    return Object.fromEntries([...read(video, 'video'), ...read(audio, 'audio')]);
  }

  /** Of every clip that is kept. */
  async function clipShapes(sessionId: string): Promise<string[]> {
    const folder = join(world.dataDir, 'media/sessions', sessionId, 'videos');
    const clips = (await readdir(folder)).filter((name) => name.endsWith('.mp4'));
    const shapes = clips.map(async (name) => {
      const asked = ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0:s=x'];
      const { stdout } = await run('ffprobe', [...asked, join(folder, name)]);
      return stdout.trim();
    });
    return (await Promise.all(shapes)).toSorted();
  }

  test('is finished, judged, and costs nothing with the local studio', () => {
    expect(session.status).toBe('completed');
    expect(session.finals[0]?.verdict).toMatchObject({ verdict: 'passed' });
    expect(session.spent_usd).toBe(0);
  });

  test('has no two pictures with the same scene', () => {
    const scenes = session.images.map(({ model }) => model);
    expect(new Set(scenes).size).toBe(scenes.length);
  });

  test('is what players expect: H.264 High at 30 frames a second, BT.709, AAC stereo, with every frame there', async () => {
    expect(await probe()).toMatchObject({
      video_codec_name: 'h264',
      video_profile: 'High',
      video_width: '480',
      video_height: '270',
      video_r_frame_rate: '30/1',
      video_pix_fmt: 'yuv420p',
      video_color_space: 'bt709',
      video_nb_read_packets: '120',
      audio_sample_rate: '48000',
      audio_channels: '2',
    });
  });

  test('told of every step over the socket, in order and each once', () => {
    const seqs = live.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const completes = live.filter(({ stage }) => stage === 'complete');
    expect(completes.map(({ overall }) => overall)).toEqual([50, 90, 100]);
    expect(completes.map(({ asset_count: count }) => count)).toEqual([4, 2, 1]);
    const percents = live.map(({ overall }) => overall);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
  });

  test('replays to a late listener exactly what it missed', async () => {
    const after = 3;
    const missed = live.filter(({ seq }) => seq > after);
    const replayed = await collect(server, session.id, after, missed.length);
    expect(replayed).toEqual(missed);
  });

  test('takes another text in a new file without making a picture, a clip or music again', async () => {
    const costsBefore = await workDone(server, session.id);
    await server.api.composeFinal(session.id, { call_to_action: 'Only 50% today: don’t wait' });
    const edited = await makeAd(server.api, session.id, SMALL_WISHES, () => undefined);
    expect(edited.finals).toHaveLength(2);
    expect(edited.finish?.call_to_action).toBe('Only 50% today: don’t wait');
    const costsAfter = await workDone(server, session.id);
    expect(costsAfter).toEqual({ ...costsBefore, composition: 2 });
  });

  test('takes another format: its clips are composed anew for it, once, and not cropped', async () => {
    for (const text of ['Now upright', 'Now upright, in other words']) {
      await server.api.composeFinal(session.id, { call_to_action: text, aspect_ratios: ['16:9', '9:16'] });
      const ad = await makeAd(server.api, session.id, SMALL_WISHES, () => undefined);
      expect(ad.finals.map(({ width, height }) => `${width}x${height}`)).toContain('270x480');
      expect(await clipShapes(session.id)).toEqual(['270x480', '270x480', '480x270', '480x270']);
    }
  });

  test('leaves a clean house', async () => {
    await server.stop('SIGTERM');
    const database = { kind: 'embedded', directory: join(world.dataDir, 'database') } as const;
    expect(await brokenInvariants(database, join(world.dataDir, 'media'))).toEqual([]);
  });
});

/** A server that has just started may be too busy for a moment, and says so. */
function logIn(url: string): Promise<string> {
  return vi.waitFor(async () => {
    const answer = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(DEMO_LOGIN),
    });
    expect(answer.status).toBe(200);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return token;
  }, 20_000);
}

function collect(server: StoryServer, id: string, after: number, count: number): Promise<ProgressMessage[]> {
  const messages: ProgressMessage[] = [];
  return new Promise((resolve) => {
    const stop = server.api.follow(id, after, (message) => {
      messages.push(message);
      if (messages.length < count) return;
      stop();
      resolve(messages);
    });
  });
}

/** How many calls each stage took so far. */
async function workDone({ url, token }: StoryServer, id: string): Promise<Record<string, number>> {
  const answer = await fetch(`${url}/api/sessions/${id}/costs`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { by_stage: stages } = (await answer.json()) as { by_stage: { stage: string; calls: number }[] };
  return Object.fromEntries(stages.map(({ stage, calls }) => [stage, calls]));
}
