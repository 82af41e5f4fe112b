import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator, type EmulatorOptions } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import sharp from 'sharp';
import { openHosted, type Hosted, type HostedOptions } from '#src/adapters/hosted/open-hosted.ts';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';
import { rateLimiter } from '#src/adapters/postgres/rate-limiter.ts';
import { callLimits } from '#src/adapters/postgres/tables/call-limits.ts';
import { openDatabase, type Database } from '#src/adapters/postgres/open-database.ts';
import { openWebhookSignals } from '#src/adapters/postgres/webhook-signals.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { canvasOf } from '#src/domain/canvas.ts';
import type { CallLimit } from '#src/ports/rate-limiter.ts';
import type { ClipRequest, ImageRequest, LocalPhoto, MakeContext, MusicRequest } from '#src/ports/makers.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';

export const TOKEN = 'r8_a_token_that_must_never_be_seen';
/** Everything a hundred times faster than with real models. */
const FAST = { pollMs: 20, reconcileMs: 200 };

/** The makers of hosted models over loopback HTTP to the emulator, with the real shared limit in a real database. */
export type HostedWorld = {
  dir: string;
  emulator: Emulator;
  database: Database;
  hosted: Hosted;
  photo: LocalPhoto;
  /** Another process, as it were: its own client and its own memory, the same provider and database. */
  another(options?: Partial<HostedOptions>): Hosted;
  anImage(more?: Partial<ImageRequest>): ImageRequest;
  aClip(more?: Partial<ClipRequest>): ClipRequest;
  someMusic(more?: Partial<MusicRequest>): MusicRequest;
  aContext(more?: ContextOptions): Promise<MakeContext & { notes: string[]; ids: string[] }>;
  /** What is known of the provider's limit, and forgetting it. */
  limits(): Promise<CallLimit[]>;
  forgetLimits(): Promise<void>;
  close(): Promise<void>;
};

type ContextOptions = Partial<Pick<MakeContext, 'signal' | 'previousTrouble'>> & {
  attempt?: Partial<MakeContext['attempt']>;
};

export async function openHostedWorld(
  options: Partial<EmulatorOptions> & { usualLimit?: CallLimit } = {},
): Promise<HostedWorld> {
  const { usualLimit, ...emulated } = options;
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-hosted-'));
  const emulator = await startEmulator({
    media: sketchMedia(),
    token: TOKEN,
    speed: 100,
    scale: 0.2,
    ...emulated,
  });
  const directory = join(dir, 'database');
  await copyEmbedded(directory);
  const database = await openDatabase({ kind: 'embedded', directory });
  const limiter = rateLimiter(database.drizzle, usualLimit);
  const signals = await openWebhookSignals(database);
  const provider = openProvider({ provider: 'replicate', token: TOKEN, baseUrl: emulator.baseUrl });
  const another = (more: Partial<HostedOptions> = {}) =>
    openHosted(provider, {
      limiter,
      signals,
      failpoint: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      timing: FAST,
      ...more,
    });
  const photo = await aPhoto(dir);
  const brief = writeBriefByRules({
    prompt: 'Crema, the espresso cup for slow mornings',
    photoCount: 1,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
  });
  const shared = {
    brief,
    canvas: canvasOf('16:9', 0.2),
    aspectRatio: '16:9',
    seed: 7,
    versionNumber: 1,
    model: null,
  } as const;
  return {
    dir,
    emulator,
    database,
    hosted: another(),
    photo,
    another,
    anImage: (more) => ({
      ...shared,
      prompt: brief.image_prompts[0]?.prompt ?? '',
      photos: [photo],
      index: 0,
      count: 6,
      styleKeywords: [],
      ...more,
    }),
    aClip: (more) => ({
      ...shared,
      image: { ...photo, recipe: null },
      photos: [photo],
      direction: {
        shot: 'medium',
        camera: 'push-in',
        motion_prompt: 'The camera pushes in slowly.',
        motion_intensity: 0.5,
        seconds: 3,
      },
      ...more,
    }),
    someMusic: (more) => ({
      brief,
      mood: 'lo-fi',
      seconds: 6,
      hitsAtSeconds: [],
      film: null,
      seed: 7,
      model: null,
      ...more,
    }),
    async aContext({ attempt, ...more } = {}) {
      const outDir = join(dir, randomUUID());
      await mkdir(outDir);
      const notes: string[] = [];
      const ids: string[] = [];
      return {
        attempt: {
          id: randomUUID(),
          startedAt: new Date(),
          ageMs: 0,
          externalId: null,
          isResumed: false,
          ...attempt,
        },
        outDir,
        signal: new AbortController().signal,
        previousTrouble: null,
        onExternalId: async (id) => void ids.push(id),
        onProgress: (_fraction, wait) => void (wait !== undefined && notes.push(wait.message)),
        notes,
        ids,
        ...more,
      };
    },
    limits: () => database.drizzle.select().from(callLimits),
    forgetLimits: async () => void (await database.drizzle.delete(callLimits)),
    async close() {
      await emulator.close();
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function aPhoto(dir: string): Promise<LocalPhoto> {
  const path = join(dir, 'photo.png');
  await sharp({ create: { width: 320, height: 240, channels: 3, background: '#b76e79' } })
    .png()
    .toFile(path);
  return {
    id: randomUUID(),
    path,
    mimeType: 'image/png',
    preparation: null,
    preparedPaths: {},
    usesCutout: false,
  };
}
