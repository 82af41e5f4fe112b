import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator, type EmulatorOptions } from '@spotsmith/provider-emulators/emulator';
import { sketchMedia } from '@spotsmith/provider-emulators/sketch-media';
import { openHosted, type Hosted, type HostedOptions } from '#src/adapters/hosted/open-hosted.ts';
import { openProvider } from '#src/adapters/hosted/open-provider.ts';
import { rateLimiter } from '#src/adapters/postgres/rate-limiter.ts';
import { callLimits } from '#src/adapters/postgres/tables/call-limits.ts';
import { openDatabase, type Database } from '#src/adapters/postgres/open-database.ts';
import { openWebhookSignals } from '#src/adapters/postgres/webhook-signals.ts';
import type { CallLimit } from '#src/ports/rate-limiter.ts';
import { copyEmbedded } from '../support/copy-embedded.ts';
import { type Orders, ordersIn } from './orders.ts';

export const TOKEN = 'r8_a_token_that_must_never_be_seen';
/** Everything a hundred times faster than with real models. */
/** Every picture is drawn once a test file. */
const MEDIA = sketchMedia();
const FAST = { pollMs: 20, reconcileMs: 200 };

/** The makers of hosted models over loopback HTTP to the emulator, with the real shared limit in a real database. */
export type HostedWorld = Orders & {
  dir: string;
  emulator: Emulator;
  database: Database;
  hosted: Hosted;
  /** Another process, as it were: its own client and its own memory, the same provider and database. */
  another(options?: Partial<HostedOptions>): Hosted;
  /** What is known of the provider's limit, and forgetting it. */
  limits(): Promise<CallLimit[]>;
  forgetLimits(): Promise<void>;
  close(): Promise<void>;
};

/** A database for several worlds, one after the other: each leaves it as it found it. */
export async function openHostedDatabase(): Promise<Database> {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-hosted-'));
  const directory = join(dir, 'database');
  await copyEmbedded(directory);
  const database = await openDatabase({ kind: 'embedded', directory });
  return {
    ...database,
    async close() {
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** With a `database` of its own, unless it is lent one. */
export async function openHostedWorld(
  options: Partial<EmulatorOptions> & { usualLimit?: CallLimit; database?: Database } = {},
): Promise<HostedWorld> {
  const { usualLimit, database: lent, ...emulated } = options;
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-hosted-'));
  const emulator = await startEmulator({
    media: MEDIA,
    token: TOKEN,
    speed: 100,
    scale: 0.2,
    ...emulated,
  });
  const database = lent ?? (await openHostedDatabase());
  const limiter = rateLimiter(database.drizzle, usualLimit);
  const signals = await openWebhookSignals(database);
  const provider = openProvider({ provider: 'replicate', token: TOKEN, baseUrl: emulator.baseUrl });
  const forgetLimits = async () => void (await database.drizzle.delete(callLimits));
  const another = (more: Partial<HostedOptions> = {}) =>
    openHosted(provider, {
      limiter,
      signals,
      failpoint: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      timing: FAST,
      ...more,
    });
  return {
    dir,
    emulator,
    database,
    hosted: another(),
    another,
    ...(await ordersIn(dir)),
    limits: () => database.drizzle.select().from(callLimits),
    forgetLimits,
    async close() {
      await emulator.close();
      await (lent === undefined ? database.close() : forgetLimits());
      await rm(dir, { recursive: true, force: true });
    },
  };
}
