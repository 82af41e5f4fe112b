import { access, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Session } from '@spotsmith/contract/sessions';
import { z } from 'zod';
import { type Config, ConfigError, loadConfig, readEnvironment } from '#src/config.ts';
import { openCompileCache } from '#src/open-compile-cache.ts';
import { formatUsd, usdToMicros } from '#src/domain/money.ts';
import { Unavailable } from '#src/domain/faults.ts';
import { createLogger } from '#src/telemetry/logger.ts';
import { type AdArguments, parseAdArguments, USAGE, UsageError } from './ad-arguments.ts';
import { type ApiClient, apiClient, ApiProblem } from './api-client.ts';
import { AdStopped, AdWishes, clipsToMake, DEFAULT_WISHES, makeAd } from './make-ad.ts';
import { progressLines } from './progress-lines.ts';

const EXIT = { failed: 1, usage: 2, budget: 3, cancelled: 130 } as const;

/** What is kept beside `--out` while the ad is being made: which it is, and what was asked for. */
const Begun = z.object({ session_id: z.uuid(), wishes: AdWishes.default(DEFAULT_WISHES) });
type Begun = z.infer<typeof Begun>;

try {
  const wanted = parseAdArguments(process.argv.slice(2));
  if (wanted === null) process.stdout.write(USAGE);
  else await run(wanted);
} catch (error) {
  process.exitCode = explain(error);
}

async function run(wanted: AdArguments): Promise<void> {
  await assertWritable(wanted.outPath);
  for (const photo of wanted.photos) await assertReadable(photo);
  const begun = wanted.mayResume ? await readBegun(wanted) : null;
  const server =
    wanted.server === null
      ? await reachServer(loadConfig(readEnvironment()))
      : { ...wanted.server, close: () => Promise.resolve() };
  try {
    const api = apiClient(server);
    const { session_id: sessionId, wishes } = begun ?? (await begin(api, wanted));
    const session = await makeInterruptibly(api, sessionId, wishes);
    // Written beside and renamed, so that a full disk never leaves half an ad.
    await writeFile(`${wanted.outPath}.part`, await api.download(sessionId));
    await rename(`${wanted.outPath}.part`, wanted.outPath);
    await rm(resumeFile(wanted), { force: true });
    tellResult(wanted, session);
  } finally {
    await server.close();
  }
}

/** The server that runs on this computer already, or one in this process for as long as the ad takes. */
async function reachServer(config: Config): Promise<{ url: string; token: string; close(): Promise<void> }> {
  // Loaded only now, so that a command line that cannot be right is refused at once.
  openCompileCache();
  const { findRunningServer, openApplication } = await import('#src/open-application.ts');
  const running = findRunningServer(config);
  if (running !== null) {
    process.stderr.write(`Using the Spotsmith that runs at ${running.url}\n`);
    return { ...running, close: () => Promise.resolve() };
  }
  const log = createLogger({ level: 'error', secrets: config.secrets });
  const own = await openApplication(
    { ...config, role: 'all', webApp: null, http: { ...config.http, host: '127.0.0.1', port: 0 } },
    log,
  );
  if (own.url === null || own.localToken === null) {
    await own.close();
    throw new ConfigError(
      'With DATABASE_URL or ENV=production name the server that makes the ad: --server URL --token TOKEN.',
    );
  }
  return { url: own.url, token: own.localToken, close: () => own.close() };
}

/** What was begun. What is said now goes before what was asked for then. */
async function readBegun(wanted: AdArguments): Promise<Begun> {
  const text = await readFile(resumeFile(wanted), 'utf8').catch(() => null);
  if (text === null) {
    throw new UsageError(`Nothing was begun for ${wanted.outPath}. Leave --resume out to begin.`);
  }
  const begun = Begun.parse(JSON.parse(text));
  return { ...begun, wishes: { ...begun.wishes, ...wanted.wishes } };
}

async function begin(api: ApiClient, wanted: AdArguments): Promise<Begun> {
  const { id } = await api.createSession(wanted.request);
  for (const photo of wanted.photos) {
    const { warnings } = await api.uploadPhoto(id, photo);
    for (const warning of warnings) process.stderr.write(`${photo}: ${warning}\n`);
  }
  const wishes = { ...DEFAULT_WISHES, ...wanted.wishes };
  const estimate = await api.estimate(id, clipsToMake(wishes, { hasPhoto: wanted.photos.length > 0 }));
  for (const notice of estimate.notices) process.stderr.write(`${notice}\n`);
  if (estimate.total_max_usd > 0) {
    process.stderr.write(`This costs up to ${formatUsd(usdToMicros(estimate.total_max_usd))}:\n`);
    for (const { stage, calls, model, max_usd: maxUsd } of estimate.stages) {
      process.stderr.write(`  ${stage.padEnd(10)} ${calls} × ${model}: ${formatUsd(usdToMicros(maxUsd))}\n`);
    }
    if (!wanted.maySpend) {
      throw new UsageError('Say --yes to spend it, or --max-cost USD to set a cap. Nothing was spent.');
    }
  }
  const begun: Begun = { session_id: id, wishes };
  await writeFile(resumeFile(wanted), JSON.stringify(begun));
  return begun;
}

/** The first Ctrl-C cancels the ad cleanly, wherever it is made; the second leaves at once. */
async function makeInterruptibly(api: ApiClient, sessionId: string, wishes: AdWishes): Promise<Session> {
  const lines = progressLines(process.stderr);
  let isStopping = false;
  const onInterrupt = () => {
    if (isStopping) process.exit(EXIT.cancelled);
    isStopping = true;
    process.stderr.write('\nStopping…\n');
    void api.cancel(sessionId).catch(() => undefined);
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onInterrupt);
  try {
    return await makeAd(api, sessionId, wishes, lines.show);
  } finally {
    lines.end();
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

function tellResult({ outPath, isJson }: AdArguments, session: Session): void {
  const [final] = session.finals;
  const { verdict, reasons } = final?.verdict ?? { verdict: 'passed', reasons: [] };
  if (isJson) {
    const result = {
      path: resolve(outPath),
      session_id: session.id,
      verdict,
      reasons,
      width: final?.width,
      height: final?.height,
      seconds: final?.seconds,
      bytes: final?.bytes,
      spent_usd: session.spent_usd,
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  process.stdout.write(
    `${outPath}: ${final?.width}×${final?.height}, ${final?.seconds?.toFixed(1)} s, ${verdict}, ${formatUsd(usdToMicros(session.spent_usd))}\n`,
  );
  for (const { message } of reasons) process.stdout.write(`  ${message}\n`);
}

function resumeFile({ outPath }: AdArguments): string {
  return `${outPath}.resume.json`;
}

async function assertReadable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read. Check the name.`, { cause });
  });
}

async function assertWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new UsageError(`${folder} cannot be written to. Choose another --out.`, { cause });
  });
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nSee: npm run ad -- --help\n`);
    return EXIT.usage;
  }
  if (error instanceof AdStopped) {
    process.stderr.write(`${error.message}\nGo on with the same command and --resume.\n`);
    return EXIT[error.code];
  }
  if (error instanceof ApiProblem || error instanceof ConfigError || error instanceof Unavailable) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.failed;
  }
  throw error;
}
