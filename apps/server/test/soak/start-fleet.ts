import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmulator, type Emulator } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { type Config, loadConfig } from '#src/config.ts';
import { initStorage } from '#src/open-storage.ts';
import { freePort } from '../support/free-port.ts';
import { runServer, type RunningServer } from '../support/run-server.ts';
import { findPgbouncer, startPgbouncer } from '../support/start-pgbouncer.ts';
import { startPostgres } from '../support/start-postgres.ts';
import { startObjectGateway } from '../support/start-object-gateway.ts';

export const OWNER = { email: 'owner@example.com', password: 'correct horse battery staple' };

export type Fleet = {
  /** One address before all APIs, which take turns. */
  url: string;
  emulator: Emulator;
  /** The settings of an API, for what is looked at afterwards, past the pooler. */
  config: Config;
  members: Member[];
  /** Stops the processes and leaves database and storage as they are. */
  stopMembers(): Promise<void>;
  close(): Promise<void>;
};

/** One process of the fleet, which is started again whenever it ended. */
export type Member = { name: string; restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> };

/**
 * PostgreSQL behind PgBouncer, Ceph's object gateway, the emulated provider, and `apis` and `workers` that share nothing
 * else: each has a data directory of its own. Without PgBouncer on the machine it says so and goes without.
 */
export async function startFleet({
  apis,
  workers,
  settings: more = {},
}: {
  apis: number;
  workers: number;
  settings?: Record<string, string>;
}): Promise<Fleet> {
  await using opened = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-fleet-'));
  opened.defer(() => rm(dir, { recursive: true, force: true }));
  const postgres = await startPostgres();
  opened.defer(() => postgres.stop());
  const gateway = await startObjectGateway();
  opened.defer(() => gateway.stop());
  const emulator = await startEmulator({ media: sketchMedia(), speed: 20, scale: 0.2 });
  opened.defer(() => emulator.close());
  const directUrl = await postgres.createDatabase();
  const pgbouncer = findPgbouncer();
  if (pgbouncer === null) console.warn('PgBouncer is not installed: the fleet goes without a pooler.');
  const pooler = pgbouncer === null ? null : await startPgbouncer(pgbouncer, postgres.adminUrl);
  if (pooler !== null) opened.defer(() => pooler.stop());
  const door = await roundRobin();
  opened.defer(() => door.close());

  const settings = {
    ENV: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: door.url,
    ...(pooler === null
      ? { DATABASE_URL: directUrl }
      : { DATABASE_URL: pooler.urlOf(directUrl), DATABASE_DIRECT_URL: directUrl }),
    S3_BUCKET_NAME: 'media',
    S3_ENDPOINT_URL: gateway.endpoint,
    AWS_ACCESS_KEY_ID: gateway.accessKeyId,
    AWS_SECRET_ACCESS_KEY: gateway.secretAccessKey,
    JWT_SECRET_KEY: 'a key of the fleet, at least 32 bytes',
    MEDIA_LINK_SECRETS: 'a secret of the fleet of at least 32 bytes',
    OWNER_EMAIL: OWNER.email,
    OWNER_PASSWORD: OWNER.password,
    REPLICATE_API_TOKEN: 'r8_for_the_fleet',
    REPLICATE_BASE_URL: emulator.baseUrl,
    DAILY_CAP_PER_USER: '100000',
    ...more,
  };
  const config = loadConfig({
    ...settings,
    DATABASE_URL: directUrl,
    ROLE: 'api',
    DATA_DIR: join(dir, 'looker'),
  });
  if (config.storage.kind === 's3') await initStorage(config, config.storage, null);

  const processes: Process[] = [];
  for (let number = 1; number <= apis + workers; number++) {
    const isApi = number <= apis;
    const name = isApi ? `api-${number}` : `worker-${number - apis}`;
    const port = await freePort();
    const environment = {
      ...settings,
      ROLE: isApi ? 'api' : 'worker',
      PORT: String(port),
      DATA_DIR: join(dir, name),
    };
    processes.push(
      await startProcess(name, environment, isApi ? () => door.add(port) : () => () => undefined),
    );
  }
  opened.defer(() => Promise.all(processes.map((each) => each.stop())).then(() => undefined));
  const kept = opened.move();
  return {
    url: door.url,
    emulator,
    config,
    members: processes,
    stopMembers: () => Promise.all(processes.map((each) => each.stop())).then(() => undefined),
    close: () => kept.disposeAsync(),
  };
}

type Process = Member & { stop(): Promise<void> };

/** `serve` is told when the process takes requests, and answers with what to do when it does not any more. */
async function startProcess(
  name: string,
  environment: Record<string, string>,
  serve: () => () => void,
): Promise<Process> {
  const ready = environment['ROLE'] === 'worker' ? /taking up work/ : undefined;
  const start = async (): Promise<RunningServer> => {
    for (let tries = 1; ; tries++) {
      try {
        return await runServer(environment, ready);
      } catch (error) {
        // The port of the one that was killed may not be free yet.
        if (tries === 5) throw error;
        await sleep(1_000);
      }
    }
  };
  let server = await start();
  let leave = serve();
  return {
    name,
    async restart(signal) {
      leave();
      await server.stop(signal);
      server = await start();
      leave = serve();
    },
    async stop() {
      leave();
      await server.stop('SIGTERM');
    },
  };
}

/** A door of our own, because one more program would prove nothing: each new connection goes to the next API. */
async function roundRobin() {
  const ports: number[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const port = ports[turn++ % Math.max(1, ports.length)];
    if (port === undefined) return client.destroy();
    const target = connect(port, '127.0.0.1');
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        target.destroy();
      });
    }
    return client.pipe(target).pipe(client);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    add(member: number) {
      ports.push(member);
      return () => void ports.splice(ports.indexOf(member), ports.includes(member) ? 1 : 0);
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
