import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '@spotsmith/contract/account';
import { MUSIC_MOODS, TRANSITIONS } from '@spotsmith/contract/words';
import { displayFonts } from '@spotsmith/compositor/fonts';
import type { Logger } from 'pino';
import { adComposer } from './adapters/compositor/ad-composer.ts';
import { rulesTextModel } from './adapters/language/rules-text-model.ts';
import { callGate } from './adapters/postgres/call-gate-store.ts';
import { readHolder } from './adapters/postgres/lock-directory.ts';
import { openDatabase, type Database } from './adapters/postgres/open-database.ts';
import { openStore } from './adapters/postgres/open-store.ts';
import { openProgressFeed } from './adapters/postgres/progress-feed.ts';
import { openQueue } from './adapters/queue/open-queue.ts';
import { openReplicate } from './adapters/replicate/replicate-makers.ts';
import { keptSecret } from './adapters/secrets/kept-secret.ts';
import { createPasswordHasher } from './adapters/secrets/password-hasher.ts';
import { createTokenSigner } from './adapters/secrets/token-signer.ts';
import { createDiskFileStore } from './adapters/storage/disk-file-store.ts';
import { createMediaLinks } from './adapters/storage/media-links.ts';
import { openTempDirs } from './adapters/storage/temp-dirs.ts';
import { studioClipMaker } from './adapters/studio/studio-clip-maker.ts';
import { studioImageMaker } from './adapters/studio/studio-image-maker.ts';
import { studioMusicMaker } from './adapters/studio/studio-music-maker.ts';
import { studioUploadReader } from './adapters/studio/studio-upload-reader.ts';
import type { Config } from './config.ts';
import { modelChoices } from './domain/catalogue/catalogue.ts';
import { microsToUsd } from './domain/money.ts';
import { buildServer } from './http/build-server.ts';
import { mountWeb } from './http/mount-web.ts';
import type { MediaMakers, Ports } from './ports/ports.ts';
import { DEMO_LOGIN, openLocalAccess } from './use-cases/account/open-local-access.ts';
import { concurrencyOf, handlersOf } from './worker/handlers.ts';

const VERSION = '0.1.0';
const DRAIN_MS = 3_000;

export type Application = {
  /** Where it listens; null for a worker. */
  url: string | null;
  /** Embedded only: lets the command line of this computer in. */
  localToken: string | null;
  /** Takes no new work, puts running work back for the next start, and lets go of everything. */
  close(): Promise<void>;
};

/** The composition root: config → adapters → use-cases → doors. */
export async function openApplication(config: Config, log: Logger): Promise<Application> {
  const database = await openDatabase(config.database);
  try {
    return await openDoors(config, log, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The server that runs on this computer's embedded database already, with the command line's token for it. */
export function findRunningServer(config: Config): { url: string; token: string } | null {
  if (config.database.kind !== 'embedded') return null;
  const holder = readHolder(config.database.directory);
  return holder?.url === undefined || holder.token === undefined
    ? null
    : { url: holder.url, token: holder.token };
}

async function openDoors(config: Config, log: Logger, database: Database): Promise<Application> {
  const { queue, senderIn } = openQueue(database.engine, log);
  const failpoint: Ports['failpoint'] = (name) =>
    void (name === config.failpoint && process.kill(process.pid, 'SIGKILL'));
  const links = createMediaLinks([await keptSecret(config.dataDir, 'media-links')]);
  const ports: Ports = {
    store: openStore(database, senderIn),
    queue,
    feed: await openProgressFeed(database),
    files: await createDiskFileStore({ root: config.mediaDir, links }),
    passwords: await createPasswordHasher(),
    tokens: createTokenSigner(await jwtSecret(config)),
    withTempDir: await openTempDirs(join(config.dataDir, 'tmp')),
    ...mediaPorts(config, openHosted(config, database, failpoint, log)),
    text: rulesTextModel,
    limits: {
      maxCostPerSessionMicros: config.maxCostPerSessionMicros,
      dailyCapPerUserMicros: config.dailyCapPerUserMicros,
      retentionDays: config.retentionDays,
      canvasScale: config.canvasScale,
      defaultProvider: config.replicate === null ? 'studio' : 'replicate',
    },
    failpoint,
    log,
  };
  await queue.start();
  const server = config.role === 'worker' ? null : await openRequestDoor(config, log, ports, links.verify);
  const localToken = config.database.kind === 'embedded' ? await openLocalAccess(ports) : null;
  if (server !== null && localToken !== null) database.announce({ url: server.url, token: localToken });
  if (config.role !== 'api') {
    const isHosted = config.replicate !== null;
    await queue.work(handlersOf(ports), concurrencyOf({ cores: availableParallelism(), isHosted }));
  }
  return {
    url: server?.url ?? null,
    localToken,
    async close() {
      await server?.close();
      await queue.drain(DRAIN_MS);
      await database.close();
    },
  };
}

/** Makers of hosted models; null without a key. All processes share one limit, in the database. */
function openHosted(
  { replicate }: Config,
  database: Database,
  failpoint: Ports['failpoint'],
  log: Logger,
): MediaMakers | null {
  if (replicate === null) return null;
  return openReplicate({ ...replicate, gate: callGate(database.drizzle), failpoint, log }).makers;
}

function mediaPorts(
  config: Config,
  hosted: MediaMakers | null,
): Pick<Ports, 'makers' | 'uploads' | 'composer'> {
  const ffmpegPath = config.ffmpegPath ?? 'ffmpeg';
  const ffprobePath = ffmpegPath.replace(/ffmpeg(\.exe)?$/, 'ffprobe$1');
  const studio: MediaMakers = {
    image: studioImageMaker,
    clip: studioClipMaker({ ffmpegPath }),
    music: studioMusicMaker,
  };
  return {
    makers: hosted === null ? { studio } : { studio, replicate: hosted },
    uploads: studioUploadReader({ ffmpegPath, ffprobePath }),
    composer: adComposer({ cacheDir: join(config.dataDir, 'segments'), ffmpegPath, ffprobePath }),
  };
}

async function openRequestDoor(
  config: Config,
  log: Logger,
  ports: Ports,
  verifyMediaLink: ReturnType<typeof createMediaLinks>['verify'],
): Promise<{ url: string; close(): Promise<void> }> {
  const { host, port, ...http } = config.http;
  const app = await buildServer(ports, {
    ...http,
    logger: log,
    installation: installationOf(config),
    models: config.replicate === null ? [] : modelChoices(),
    finishOptions: {
      fonts: displayFonts.map(({ id, name, character }) => ({ id, name, character })),
      transitions: [...TRANSITIONS],
      music_moods: [...MUSIC_MOODS],
    },
    verifyMediaLink,
  });
  if (config.webApp !== null) await mountWeb(app, { mode: config.webApp, mediaOrigins: [] });
  const url = await app.listen({ host, port });
  return { url, close: () => app.close() };
}

function installationOf(config: Config): Installation {
  const isEmbedded = config.database.kind === 'embedded';
  return {
    version: VERSION,
    mode: config.database.kind,
    providers: [
      { id: 'studio', is_ready: true, note: 'The local studio: no key, no cost.' },
      {
        id: 'replicate',
        is_ready: config.replicate !== null,
        note:
          config.replicate === null ? 'Set REPLICATE_API_TOKEN to use hosted models.' : 'A key is present.',
      },
    ],
    max_cost_per_session_usd: microsToUsd(config.maxCostPerSessionMicros),
    daily_cap_per_user_usd: microsToUsd(config.dailyCapPerUserMicros),
    demo_login: isEmbedded ? DEMO_LOGIN : null,
  };
}

async function jwtSecret(config: Config): Promise<Uint8Array> {
  if (config.jwtSecretKey !== null) return new TextEncoder().encode(config.jwtSecretKey);
  return keptSecret(config.dataDir, 'jwt');
}
