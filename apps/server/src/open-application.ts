import type { FileStore } from './ports/file-store.ts';
import { availableParallelism } from 'node:os';
import type { Installation } from '@spotsmith/contract/account';
import { MAKES, MUSIC_MOODS, TRANSITIONS } from '@spotsmith/contract/words';
import { displayFonts } from '@spotsmith/compositor/fonts';
import { safeZones } from '@spotsmith/compositor/safe-zones';
import type { Logger } from 'pino';
import { readHolder } from './adapters/postgres/lock-directory.ts';
import { openDatabase } from './adapters/postgres/open-database.ts';
import { refuseLostDatabase } from './adapters/storage/refuse-lost-database.ts';
import type { Config } from './config.ts';
import { modelChoices } from './domain/catalogue/catalogue.ts';
import { Unavailable } from './domain/faults.ts';
import { HOSTED_PROVIDERS, PROVIDER_FACTS } from './domain/providers.ts';
import { microsToUsd } from './domain/money.ts';
import type { App } from './http/app.ts';
import { buildServer } from './http/build-server.ts';
import { buildWorkerDoor } from './http/build-worker-door.ts';
import { importWorkflowFiles } from './open-workflow-files.ts';
import { openPorts } from './open-ports.ts';
import type { Ports } from './ports/ports.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { demoLogin } from './use-cases/account/demo-login.ts';
import { createUser } from './use-cases/account/create-user.ts';
import { needsOwner } from './use-cases/account/set-up-owner.ts';
import { DEMO_LOGIN, openLocalAccess } from './use-cases/account/open-local-access.ts';
import { concurrencyOf, handlersOf } from './worker/handlers.ts';
import { measuredHandlers } from './worker/measure-jobs.ts';

const VERSION = '0.1.0';
const DRAIN_MS = 3_000;
const OWNER_ONLY = 0o077;

export type Application = {
  /** Where it listens; null for a worker. */
  url: string | null;
  /** Embedded only: lets the command line of this computer in. */
  localToken: string | null;
  /** Takes no new work, puts running work back for the next start, and lets go of everything. */
  close(): Promise<void>;
};

/**
 * The composition root: config → adapters → use-cases → doors. What was opened is closed again in reverse order, at
 * the end or when a later step fails. Throws Unavailable with a sentence when something it stands on is not there.
 */
export async function openApplication(config: Config, log: Logger): Promise<Application> {
  // Whatever the data directory allows: what is made in it is this user's alone.
  process.umask(OWNER_ONLY);
  await using opened = new AsyncDisposableStack();
  if (config.database.kind === 'embedded' && config.storage.kind === 'disk') {
    await refuseLostDatabase(config.database.directory, config.storage.directory);
  }
  const database = await openDatabase(config.database);
  opened.defer(() => database.close());
  const opening = await openPorts(config, log, database);
  const { ports } = opening;
  await ports.queue.start();
  opened.defer(() => ports.queue.drain(DRAIN_MS));
  const localToken = hasDemoLogin(config) ? await openLocalAccess(ports) : null;
  if (config.isProduction) await refuseDemoLogin(ports);
  await readyOwner(config, log, opening);
  if (config.role !== 'worker') await importWorkflowFiles(config.dataDir, ports);
  const metrics = createMetrics(config.role);
  let url: string | null = null;
  if (config.role !== 'worker') {
    const app = await openRequestDoor(config, log, opening, metrics);
    opened.defer(() => app.close());
    url = await listen(app, config);
    if (localToken !== null) database.announce({ url, token: localToken });
  } else if (config.workerListens) {
    const { metricsToken } = config.http;
    const installation = installationOf(config);
    const app = buildWorkerDoor(ports, { logger: log, installation, metrics, metricsToken });
    opened.defer(() => app.close());
    await listen(app, config);
  }
  if (config.role !== 'api') {
    const isHosted = config.hosted.length > 0;
    const handlers = measuredHandlers(handlersOf(ports), { ...ports, metrics });
    await ports.queue.work(handlers, concurrencyOf({ cores: availableParallelism(), isHosted }));
    log.info({ role: config.role }, 'taking up work');
  }
  const kept = opened.move();
  return { url, localToken, close: () => kept.disposeAsync() };
}

/** The server that runs on this computer's embedded database already, with the command line's token for it. */
export function findRunningServer(config: Config): { url: string; token: string } | null {
  if (config.database.kind !== 'embedded') return null;
  const holder = readHolder(config.database.directory);
  return holder?.url === undefined || holder.token === undefined
    ? null
    : { url: holder.url, token: holder.token };
}

async function openRequestDoor(
  config: Config,
  log: Logger,
  { ports, links, hosted, setupCode }: Awaited<ReturnType<typeof openPorts>>,
  metrics: Metrics,
): Promise<App> {
  const { host: _, port: __, ...http } = config.http;
  const app = await buildServer(ports, {
    ...http,
    logger: log,
    metrics,
    installation: installationOf(config),
    setupCode,
    tellDemoLogin: hasDemoLogin(config) && isLoopback(config.http.host) ? demoLogin(ports) : async () => null,
    listModels: async () => modelChoices((await Promise.all(hosted.map(({ models }) => models()))).flat()),
    graphicsCards: hosted.find(({ graphicsCards }) => graphicsCards !== undefined)?.graphicsCards ?? null,
    finishOptions: {
      fonts: displayFonts.map(({ id, name, character }) => ({ id, name, character })),
      transitions: [...TRANSITIONS],
      music_moods: [...MUSIC_MOODS],
      safe_zones: safeZones.map(({ aspectRatio, asOf, ...zone }) => ({
        ...zone,
        aspect_ratio: aspectRatio,
        as_of: asOf,
      })),
    },
    verifyMediaLink: links.verify,
    receiveWebhook:
      hosted.length === 0
        ? null
        : async (provider, ...report) =>
            (await hosted.find(({ id }) => id === provider)?.receiveWebhook(...report)) ?? false,
  });
  if (config.webApp !== null) {
    const { mountWeb } = await import('./http/mount-web.ts');
    await mountWeb(app, {
      mode: config.webApp,
      mediaOrigins: await mediaOriginsOf(ports.files),
      isSecure: config.http.publicUrl.startsWith('https:'),
    });
  }
  return app;
}

/** Where browsers are led to for media, beside us: an address for nothing shows it, without asking the store. */
async function mediaOriginsOf(files: FileStore): Promise<string[]> {
  const wishes = { expiresInSeconds: 60, mimeType: 'image/png', contentDisposition: 'inline' };
  const url = await files.directUrl('origin', wishes);
  return url === null ? [] : [new URL(url).origin];
}

async function listen(app: App, { http: { host, port } }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EADDRINUSE') throw cause;
    throw new Unavailable(
      'port_in_use',
      `Port ${port} is in use by another program. Stop that, or set PORT to another number.`,
      { cause },
    );
  }
}

/** What is published lets nobody in where people sign in as themselves. Throws Unavailable `demo_login_open`. */
async function refuseDemoLogin(ports: Pick<Ports, 'store' | 'passwords'>): Promise<void> {
  if ((await demoLogin(ports)()) === null) return;
  throw new Unavailable(
    'demo_login_open',
    `The demo login, which everybody knows, still opens this installation. Give it another password first: npm run users -- reset ${DEMO_LOGIN.email}`,
  );
}

/** Sees to it that somebody can sign in: the owner of the settings, or whoever has the code that is logged here. */
async function readyOwner(
  { owner, role, http }: Config,
  log: Logger,
  { ports, setupCode }: Awaited<ReturnType<typeof openPorts>>,
): Promise<void> {
  if (role === 'worker' || !(await needsOwner(ports.store.read))) return;
  if (owner !== null) {
    await createUser(ports, { ...owner, fullName: owner.email, role: 'owner' });
    log.info({ event: 'owner.made' }, 'the owner of the settings has an account now');
    return;
  }
  const address = `${http.frontendUrl ?? http.publicUrl}/setup`;
  log.warn({ event: 'owner.missing' }, `nobody has an account yet: open ${address} and enter ${setupCode}`);
}

/** On one person's own computer there is nobody to keep out; anywhere else people sign in as themselves. */
function hasDemoLogin({ database, isProduction }: Config): boolean {
  return database.kind === 'embedded' && !isProduction;
}

/** Whether nobody but this computer reaches the address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function installationOf(config: Config): Omit<Installation, 'demo_login' | 'needs_owner'> {
  return {
    version: VERSION,
    mode: config.database.kind,
    providers: [
      {
        id: 'studio',
        name: 'Local studio',
        makes: [...MAKES.studio],
        is_ready: true,
        key_name: null,
        note: 'The local studio: no key, no cost.',
      },
      ...HOSTED_PROVIDERS.map((id) => {
        const isReady = config.hosted.some(({ provider }) => provider === id);
        const { name, keyName, ready, wanted } = PROVIDER_FACTS[id];
        const note = isReady ? ready : `Set ${keyName} ${wanted}`;
        return { id, name, makes: [...MAKES[id]], is_ready: isReady, key_name: keyName, note };
      }),
    ],
    max_cost_per_session_usd: microsToUsd(config.maxCostPerSessionMicros),
    daily_cap_per_user_usd: microsToUsd(config.dailyCapPerUserMicros),
    retention_days: config.retentionDays,
  };
}
