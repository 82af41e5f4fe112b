import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { adComposer } from '#src/adapters/compositor/ad-composer.ts';
import { rulesTextModel } from '#src/adapters/language/rules-text-model.ts';
import { openDatabase } from '#src/adapters/postgres/open-database.ts';
import { openStore } from '#src/adapters/postgres/open-store.ts';
import { openProgressFeed } from '#src/adapters/postgres/progress-feed.ts';
import { openQueue } from '#src/adapters/queue/open-queue.ts';
import { createOneTimeCodes } from '#src/adapters/secrets/one-time-codes.ts';
import { createPasswordHasher } from '#src/adapters/secrets/password-hasher.ts';
import { createTokenSigner } from '#src/adapters/secrets/token-signer.ts';
import { createDiskFileStore } from '#src/adapters/storage/disk-file-store.ts';
import { createMediaLinks } from '#src/adapters/storage/media-links.ts';
import { openTempDirs } from '#src/adapters/storage/temp-dirs.ts';
import { studioClipMaker } from '#src/adapters/studio/studio-clip-maker.ts';
import { studioImageMaker } from '#src/adapters/studio/studio-image-maker.ts';
import { studioMusicMaker } from '#src/adapters/studio/studio-music-maker.ts';
import { studioUploadReader } from '#src/adapters/studio/studio-upload-reader.ts';
import type { Film } from '#src/domain/asset.ts';
import type { StoredFile } from '#src/domain/stored-file.ts';
import type { App } from '#src/http/app.ts';
import { buildServer } from '#src/http/build-server.ts';
import type { ServerOptions } from '#src/http/server-options.ts';
import type { Ports } from '#src/ports/ports.ts';
import { createLogger } from '#src/telemetry/logger.ts';
import { createMetrics } from '#src/telemetry/metrics.ts';
import { createUser } from '#src/use-cases/account/create-user.ts';
import { logIn } from '#src/use-cases/account/log-in.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';

export const PUBLIC_URL = 'http://localhost:3000';
export const SETUP_CODE = '7KQ2-AB3D-9XYZ-M4NP';
export const JWT_SECRET = 'a key that only the tests know, 32 bytes';

export type Person = {
  id: string;
  email: string;
  password: string;
  token: string;
  /** Asks as this person, by Bearer. */
  ask(method: InjectOptions['method'], url: string, payload?: unknown): Promise<LightMyRequestResponse>;
};

export type HttpWorld = {
  app: App;
  ports: Ports;
  /** Everything logged so far. */
  log(): string;
  ask(request: InjectOptions): Promise<LightMyRequestResponse>;
  /** The request door of another process on the same database. */
  anotherDoor(): Promise<App>;
  /** Somebody with an account. The first one of a world is its owner. */
  person(): Promise<Person>;
  /** An ad with a finished file of the given bytes; returns ids. */
  finishedAd(person: Person, bytes?: Uint8Array, mimeType?: string): Promise<FinishedAd>;
  close(): Promise<void>;
};
export type FinishedAd = { sessionId: string; assetId: string; file: StoredFile };

/** The real door on a real embedded database and disk. Nobody works on the queue: jobs are sent and lie there. */
export async function openHttpWorld(given: Partial<ServerOptions> = {}): Promise<HttpWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-http-'));
  const directory = join(dataDir, 'database');
  await copyEmbedded(directory);
  const database = await openDatabase({ kind: 'embedded', directory });
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    secrets: [JWT_SECRET],
    destination: { write: (line) => void lines.push(line) },
  });
  const { queue, senderIn } = openQueue(database.engine, logger);
  const links = createMediaLinks([Buffer.from('a media secret of the tests')]);
  const ffmpegPath = 'ffmpeg';
  const ports: Ports = {
    store: openStore(database, senderIn),
    queue,
    feed: await openProgressFeed(database),
    files: await createDiskFileStore({ root: join(dataDir, 'media'), links }),
    passwords: await createPasswordHasher(),
    tokens: createTokenSigner(Buffer.from(JWT_SECRET)),
    oneTimeCodes: createOneTimeCodes(Buffer.from(JWT_SECRET)),
    withTempDir: await openTempDirs(join(dataDir, 'tmp')),
    makers: {
      studio: {
        image: studioImageMaker,
        clip: studioClipMaker({ ffmpegPath }),
        music: studioMusicMaker,
      },
    },
    uploads: studioUploadReader({ ffmpegPath, ffprobePath: 'ffprobe' }),
    composer: adComposer({
      cacheDir: join(dataDir, 'segments'),
      encoder: Promise.resolve('libx264'),
      log: logger,
      ffmpegPath,
      ffprobePath: 'ffprobe',
    }),
    text: rulesTextModel,
    limits: {
      maxCostPerSessionMicros: 200_000_000,
      dailyCapPerUserMicros: 500_000_000,
      retentionDays: null,
      quotas: { disk_bytes: 0, ads: 0, photos: 0, tracks: 0, running: 0 },
      canvasScale: 0.1,
      defaultProvider: 'studio',
    },
    failpoint: () => {},
    log: logger,
  };
  await queue.start();
  const options: ServerOptions = {
    logger,
    publicUrl: PUBLIC_URL,
    frontendUrl: null,
    trustProxy: false,
    metrics: createMetrics('api'),
    metricsToken: null,
    installation: {
      version: '0.1.0',
      mode: 'embedded',
      providers: [],
      max_cost_per_session_usd: 200,
      daily_cap_per_user_usd: 500,
      retention_days: null,
    },
    setupCode: SETUP_CODE,
    tellDemoLogin: async () => null,
    listModels: async () => [],
    graphicsCards: null,
    finishOptions: { fonts: [], transitions: [], music_moods: [], safe_zones: [] },
    verifyMediaLink: links.verify,
    receiveWebhook: null,
    ...given,
    rateLimits: {
      loginsPerMinute: 1000,
      generationsPerMinute: 1000,
      requestsPerMinute: 100_000,
      eventLoopDelayMs: 0,
      ...given.rateLimits,
    },
  };
  const app = await buildServer(ports, options);

  return {
    app,
    ports,
    log: () => lines.join(''),
    ask: (request) => app.inject(request),
    anotherDoor: () => buildServer(ports, options),
    person: () => newPerson(app, ports),
    finishedAd: (person, bytes, mimeType) => newFinishedAd(ports, person, bytes, mimeType),
    async close() {
      await app.close();
      await queue.drain(1000);
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function newPerson(app: App, ports: Ports): Promise<Person> {
  const email = `${randomUUID()}@example.com`;
  const password = 'correct horse battery';
  const { id } = await createUser(ports, { email, fullName: 'Ada Lovelace', password, role: 'member' });
  const { accessToken: token } = await logIn(ports, { email, password });
  return {
    id,
    email,
    password,
    token,
    ask: (method = 'GET', url, payload) =>
      app.inject({
        method,
        url,
        headers: { authorization: `Bearer ${token}` },
        ...(payload !== undefined && { payload: payload as object }),
      }),
  };
}

async function newFinishedAd(
  ports: Ports,
  person: Person,
  bytes: Uint8Array = Buffer.from('0123456789'.repeat(10)),
  mimeType = 'video/mp4',
): Promise<FinishedAd> {
  const created = await person.ask('POST', '/api/sessions', { prompt: 'Crema, the espresso cup' });
  const sessionId: string = created.json().id;
  const id = randomUUID();
  const key = `sessions/${sessionId}/final/${id}.mp4`;
  const stored = await ports.withTempDir(async (dir) => {
    await writeFile(join(dir, 'made'), bytes);
    return ports.files.put(key, join(dir, 'made'), mimeType);
  });
  const assetId = randomUUID();
  const file = await ports.store.write(async (tx) => {
    const kept = await tx.files.insert({ id, sessionId, key, mimeType, ...stored });
    await tx.assets.insert<Film>([
      {
        id: assetId,
        sessionId,
        kind: 'final',
        origin: 'made',
        aspectRatio: '16:9',
        position: 0,
        seed: 7,
        status: 'ready',
        fileId: id,
        seconds: 6,
      },
    ]);
    return kept;
  });
  return { sessionId, assetId, file };
}
