import { join } from 'node:path';
import type { EncoderName } from '@spotsmith/compositor/encode/video-encoder';
import { MAKES, type Provider } from '@spotsmith/contract/words';
import type { Logger } from 'pino';
import { adComposer } from './adapters/compositor/ad-composer.ts';
import { openComfyui } from './adapters/hosted/open-comfyui.ts';
import { openHosted, type Hosted } from './adapters/hosted/open-hosted.ts';
import { openProvider } from './adapters/hosted/open-provider.ts';
import { languageTextModel } from './adapters/language/language-text-model.ts';
import { rulesTextModel } from './adapters/language/rules-text-model.ts';
import type { Database } from './adapters/postgres/open-database.ts';
import { rateLimiter } from './adapters/postgres/rate-limiter.ts';
import { openStore } from './adapters/postgres/open-store.ts';
import { openProgressFeed } from './adapters/postgres/progress-feed.ts';
import { openWebhookSignals } from './adapters/postgres/webhook-signals.ts';
import { openQueue } from './adapters/queue/open-queue.ts';
import { keptSecret } from './adapters/secrets/kept-secret.ts';
import { createOneTimeCodes } from './adapters/secrets/one-time-codes.ts';
import { createPasswordHasher } from './adapters/secrets/password-hasher.ts';
import { setupCodeOf } from './adapters/secrets/setup-code.ts';
import { createTokenSigner } from './adapters/secrets/token-signer.ts';
import type { MediaLinks } from './adapters/storage/media-links.ts';
import { openTempDirs } from './adapters/storage/temp-dirs.ts';
import { studioClipMaker } from './adapters/studio/studio-clip-maker.ts';
import { studioImageMaker } from './adapters/studio/studio-image-maker.ts';
import { studioMusicMaker } from './adapters/studio/studio-music-maker.ts';
import { studioUploadReader } from './adapters/studio/studio-upload-reader.ts';
import type { Config } from './config.ts';
import { WEBHOOK_PATH } from './http/routes/webhooks.ts';
import { ffmpegTools, openEncoder } from './open-encoder.ts';
import { openStorage } from './open-storage.ts';
import type { TextModel } from './ports/makers.ts';
import type { MediaMakers, Ports, StudioMakers } from './ports/ports.ts';
import type { Store } from './ports/store.ts';

/** Puts every adapter behind its port. Nothing runs yet: the queue is neither started nor worked on. */
export async function openPorts(
  config: Config,
  log: Logger,
  database: Database,
): Promise<{ ports: Ports; links: MediaLinks; hosted: Hosted[]; setupCode: string }> {
  const { queue, senderIn } = openQueue(database.engine, log);
  const failpoint: Ports['failpoint'] = (name) =>
    void (name === config.failpoint && process.kill(process.pid, 'SIGKILL'));
  const { files, links } = await openStorage(config);
  const store = openStore(database, senderIn);
  const hosted = await openProviders(config, database, store, failpoint, log);
  const secret = await jwtSecret(config);
  const ports: Ports = {
    store,
    queue,
    feed: await openProgressFeed(database),
    files,
    passwords: await createPasswordHasher(),
    tokens: createTokenSigner(secret),
    oneTimeCodes: createOneTimeCodes(secret),
    withTempDir: await openTempDirs(join(config.dataDir, 'tmp')),
    ...mediaPorts(config, hosted, log),
    text: await textModelOf(config, hosted, log),
    limits: {
      maxCostPerSessionMicros: config.maxCostPerSessionMicros,
      dailyCapPerUserMicros: config.dailyCapPerUserMicros,
      retentionDays: config.retentionDays,
      quotas: config.quotas,
      canvasScale: config.canvasScale,
      defaultProvider: hosted[0]?.id ?? 'studio',
    },
    failpoint,
    log,
  };
  return { ports, links, hosted, setupCode: setupCodeOf(secret) };
}

/** The providers of hosted models. All processes share one limit, and hear each other's webhooks, in the database. */
async function openProviders(
  config: Config,
  database: Database,
  store: Store,
  failpoint: Ports['failpoint'],
  log: Logger,
): Promise<Hosted[]> {
  if (config.hosted.length === 0) return [];
  const shared = {
    limiter: rateLimiter(database.drizzle),
    signals: await openWebhookSignals(database),
    failpoint,
    log,
    timing: { reconcileMs: config.providerListLagMs },
  };
  const providers = config.hosted.map((settings) => {
    if (settings.provider === 'comfyui') return openComfyui(settings, store.read, shared);
    const { webhookOrigin } = settings;
    const webhookUrl = webhookOrigin && `${webhookOrigin}${WEBHOOK_PATH}/${settings.provider}`;
    return openHosted(openProvider(settings), { ...shared, webhookUrl });
  });
  // Said once at the start; a provider that cannot be reached now is met again when it is needed.
  for (const { disagreements } of providers) {
    disagreements().then(
      (sentences) => sentences.forEach((sentence) => log.warn({ event: 'catalogue.outdated' }, sentence)),
      () => undefined,
    );
  }
  return providers;
}

async function textModelOf(
  { languageModel }: Config,
  hosted: readonly Hosted[],
  log: Logger,
): Promise<TextModel> {
  if (languageModel?.kind === 'endpoint') {
    // The AI SDK is much code: only who uses it waits for it to load.
    const { openAiCompatibleAsker } = await import('./adapters/language/openai-compatible-asker.ts');
    return languageTextModel(openAiCompatibleAsker(languageModel), log);
  }
  const asked = hosted.find(({ id }) => id === languageModel?.model.provider);
  if (languageModel === null || asked === undefined) return rulesTextModel;
  return languageTextModel(asked.languageModel(languageModel.model), log);
}

function mediaPorts(
  config: Config,
  hosted: readonly Hosted[],
  log: Logger,
): Pick<Ports, 'makers' | 'uploads' | 'composer'> {
  const { ffmpegPath, ffprobePath } = ffmpegTools(config);
  const studio: StudioMakers = {
    image: studioImageMaker,
    clip: studioClipMaker({ ffmpegPath }),
    music: studioMusicMaker,
  };
  return {
    makers: {
      studio,
      ...Object.fromEntries(hosted.map(({ id, makers }) => [id, kindsOf(id, makers)])),
    },
    uploads: studioUploadReader({ ffmpegPath, ffprobePath }),
    composer: adComposer({
      cacheDir: join(config.dataDir, 'segments'),
      encoder: encoderOf(config, log),
      log,
      ffmpegPath,
      ffprobePath,
    }),
  };
}

/** Tried at the start, beside everything else: only the first film waits for it. */
async function encoderOf(config: Config, log: Logger): Promise<EncoderName> {
  const { name, refused } = await openEncoder(config);
  if (config.role !== 'api')
    log.info({ event: 'encoder.chosen', encoder: name, refused }, `films are encoded by ${name}`);
  return name;
}

/** Of its makers those of the kinds that it makes. */
function kindsOf(id: Provider, makers: MediaMakers): Partial<MediaMakers> {
  return Object.fromEntries(MAKES[id].map((kind) => [kind, makers[kind]]));
}

async function jwtSecret(config: Config): Promise<Uint8Array> {
  if (config.jwtSecretKey !== null) return new TextEncoder().encode(config.jwtSecretKey);
  return keptSecret(config.dataDir, 'jwt');
}
