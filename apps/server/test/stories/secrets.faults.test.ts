import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAd } from '#src/cli/make-ad.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { startLanguageModel, type EmulatedLanguageModel } from '../support/start-language-model.ts';
import {
  openStoryWorld,
  SMALL_AD,
  SMALL_WISHES,
  type StoryServer,
  type StoryWorld,
} from '../support/story-world.ts';

const canary = (name: string) => `canary-${name}-5mUq8Zr2Xw7Kd4Tn9Yb3Vc6`;
/** Every setting that holds a secret and leads nowhere else than to emulators here. */
const SECRETS = {
  REPLICATE_API_TOKEN: canary('replicate'),
  FAL_KEY: canary('fal'),
  OPENAI_IMAGES_KEY: canary('openai'),
  GEMINI_IMAGES_KEY: canary('gemini'),
  LLM_API_KEY: canary('llm'),
  JWT_SECRET_KEY: canary('jwt'),
  MEDIA_LINK_SECRETS: canary('links'),
  METRICS_TOKEN: canary('metrics'),
  OWNER_PASSWORD: canary('owner'),
};
/** What all of them have in common: one search finds any. */
const MARK = canary('').slice('canary-'.length);

let world: StoryWorld;
let emulator: Emulator;
let model: EmulatedLanguageModel;
let server: StoryServer;
let sessionId: string;
/** Command lines of the processes that the server started, and of those whose environment held a secret. */
const children = new Set<string>();
const leaking = new Set<string>();

const textOf = (path: string) => readFile(path, 'utf8').catch(() => '');

/** Processes that descend from one, by what the system says of parents. */
async function descendantsOf(pid: number): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(
    ids.map(
      async (id) =>
        [id, Number((await textOf(`/proc/${id}/stat`)).split(') ').at(-1)?.split(' ')[1])] as const,
    ),
  );
  const found = [pid];
  for (const id of found)
    found.push(...parents.filter(([, parent]) => parent === id).map(([child]) => child));
  return found.slice(1);
}

/** Looks at the environment of every process the server starts, again and again, until it is told to end. */
async function watchChildren(pid: number, isOver: () => boolean): Promise<void> {
  const own = await textOf(`/proc/${pid}/cmdline`);
  while (!isOver()) {
    for (const id of await descendantsOf(pid)) {
      const command = await textOf(`/proc/${id}/cmdline`);
      // Between being forked and being another program it still is the server itself.
      if (command === '' || command === own) continue;
      const name = command.replaceAll('\0', ' ').slice(0, 120);
      children.add(name);
      if ((await textOf(`/proc/${id}/environ`)).includes(MARK)) leaking.add(name);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** Files below a directory that hold the mark. */
async function filesWithMark(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const marked = await Promise.all(
    files.map(async (path) =>
      (await readFile(path).catch(() => Buffer.alloc(0))).includes(MARK) ? [path] : [],
    ),
  );
  return marked.flat();
}

beforeAll(async () => {
  [emulator, model, world] = await Promise.all([
    startEmulator({ media: sketchMedia(), speed: 10, scale: 0.25 }),
    startLanguageModel(),
    openStoryWorld(),
  ]);
  model.key = SECRETS.LLM_API_KEY;
  // The language model fails, and the answer to a paid call is lost: both are logged.
  model.replies = [500, 500, 500, 500, 500, 500];
  emulator.faults.arm('create', 'reset-after');
  await copyEmbedded(join(world.dataDir, 'database'));
  server = await world.start({
    ...SECRETS,
    OWNER_EMAIL: 'owner@example.com',
    REPLICATE_BASE_URL: emulator.baseUrl,
    PROVIDER_LIST_LAG_SECONDS: '2',
    LLM_BASE_URL: model.baseUrl,
    LLM_MODEL: model.model,
    LOG_LEVEL: 'debug',
  });
  let isMade = false;
  const watching = watchChildren(server.pid, () => isMade);
  try {
    const { id } = await server.api.createSession({ ...SMALL_AD, provider: 'replicate' });
    sessionId = id;
    await server.api.uploadPhoto(id, world.photoPath);
    await makeAd(server.api, id, SMALL_WISHES, () => undefined);
  } finally {
    isMade = true;
    await watching;
  }
});

afterAll(async () => {
  await world.close();
  await emulator.close();
  model.close();
});

describe('After a whole ad of hosted models, with every secret set', () => {
  test('the secrets were used: the provider was paid and the language model asked', () => {
    expect(emulator.created()).toBe(SMALL_AD.num_images + SMALL_WISHES.numClips + 1);
    expect(model.asked.some(({ authorization }) => authorization?.includes(SECRETS.LLM_API_KEY))).toBe(true);
  });

  test('no process that it started was given one', async () => {
    // What is looked for is there to be found.
    expect(await textOf(`/proc/${server.pid}/environ`)).toContain(MARK);
    expect([...children].some((command) => command.includes('ffmpeg'))).toBe(true);
    expect([...leaking]).toEqual([]);
  });

  test('no answer of the API holds one, errors and figures included', async () => {
    const headers = { authorization: `Bearer ${server.token}` };
    const paths = ['', '/storyboard', '/costs', '/events'].map((rest) => `/api/sessions/${sessionId}${rest}`);
    const others = [
      '/health',
      '/api/installation',
      '/api/openapi.json',
      '/api/sessions',
      '/api/settings',
      '/api/nothing',
    ];
    const answers = await Promise.all(
      [...paths, ...others].map(async (path) => {
        const answer = await fetch(`${server.url}${path}`, { headers });
        return `${JSON.stringify([...answer.headers])}${await answer.text()}`;
      }),
    );
    const metrics = await fetch(`${server.url}/metrics`, {
      headers: { authorization: `Bearer ${SECRETS.METRICS_TOKEN}` },
    });
    expect(metrics.status).toBe(200);
    expect([...answers, await metrics.text()].filter((answer) => answer.includes(MARK))).toEqual([]);
  });

  test('neither its log nor a file that it wrote, the database among them, holds one', async () => {
    expect(server.output()).toContain('500');
    expect(server.output()).not.toContain(MARK);
    await server.stop('SIGTERM');
    expect(await filesWithMark(world.dataDir)).toEqual([]);
  });
});
