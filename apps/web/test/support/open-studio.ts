import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../server/test/support/free-port.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const READY_WITHIN_MS = 90_000;

export type Studio = AsyncDisposable & {
  url: string;
  dataDir: string;
  /** Ends it as a power cut does, with whatever it was doing. */
  kill: () => Promise<void>;
  /** Starts it again on the same port with the same data. */
  start: () => Promise<void>;
};

type StudioOptions = {
  canvasScale?: number;
  /** Fills the database's folder with one that was made before: a first start takes seconds longer. */
  copyDatabase?: (directory: string) => Promise<void>;
  /** More settings of the server, e.g. the address of an emulated provider. */
  environment?: Record<string, string>;
};

/**
 * The real server as `npm start` runs it, with the built web studio, on a port and a data folder of its own.
 * Pictures and films are a quarter of their size, so that a whole ad takes seconds.
 */
export async function openStudio({
  canvasScale = 0.25,
  copyDatabase,
  environment = {},
}: StudioOptions = {}): Promise<Studio> {
  const dataDir = await mkdtemp(join(tmpdir(), 'spotsmith-web-'));
  await copyDatabase?.(join(dataDir, 'database'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let server: ChildProcess | undefined;

  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const studio: Studio = {
    url,
    dataDir,
    kill: () => stop('SIGKILL'),
    async start() {
      server = spawn(join(ROOT, 'node_modules/.bin/node'), ['apps/server/src/main.ts'], {
        cwd: ROOT,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          ENV: 'development',
          PORT: String(port),
          DATA_DIR: dataDir,
          CANVAS_SCALE: String(canvasScale),
          LOG_LEVEL: 'error',
          VIDEO_ENCODER: 'software',
          REPLICATE_API_TOKEN: '',
          ...environment,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await untilItAnswers(url, server);
    },
    async [Symbol.asyncDispose]() {
      await stop('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await studio.start();
  return studio;
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null)
      throw new Error(`The server ended with ${server.exitCode} before it was ready.`);
    const answer = await fetch(`${url}/sign-in`).catch(() => null);
    if (answer?.ok === true) return;
    if (answer?.status === 404)
      throw new Error('The web studio is not built. Run: node scripts/set-up.mjs --web');
    await sleep(200);
  }
  throw new Error('The server was not ready in time.');
}
