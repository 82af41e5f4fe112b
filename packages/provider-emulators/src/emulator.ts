import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiDoor } from './api.ts';
import { faultScript, type FaultRates, type FaultScript } from './faults.ts';
import type { MediaMaker } from './media-maker.ts';
import { predictionBook, type PredictionBook } from './predictions.ts';
import { produceOutputs } from './produce.ts';
import { uploadShelf, type UploadShelf } from './uploads.ts';
import { webhookSender } from './webhooks.ts';

export type EmulatorOptions = {
  media: MediaMaker;
  /** 0 takes any free port. */
  port?: number;
  /** Any token is right when none is given, but there must be one. */
  token?: string;
  /** How many times faster than the real service models run; 1 is lifelike. */
  speed?: number;
  /** Shrinks every picture and video, for tests. */
  scale?: number;
  createsPerMinute?: number;
  burst?: number;
  expireAfterMs?: number;
  faultRates?: FaultRates;
  random?: () => number;
  /** How far its clock is ahead of ours, in milliseconds. */
  clockOffsetMs?: number;
  /** How long a new prediction is missing from the list. */
  listLagMs?: number;
  /** Fills what the order leaves out into the input, as the service does for some models. */
  fillsDefaults?: boolean;
};

/** A running stand-in for the hosted provider. `baseUrl` is what goes into the server's settings. */
export type Emulator = {
  baseUrl: string;
  faults: FaultScript;
  predictions: PredictionBook;
  uploads: UploadShelf;
  webhookSecret: string;
  /** How many predictions were ever created: each may cost money. */
  created(): number;
  close(): Promise<void>;
};

const HOUR_MS = 3_600_000;

/** Starts the emulator on the loopback interface. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { media, port = 0, token = null, speed = 1, scale = 1, expireAfterMs = HOUR_MS } = options;
  const dir = mkdtempSync(join(tmpdir(), 'replicate-emulator-'));
  let origin = '';
  const baseUrl = () => `${origin}/v1`;
  const now = () => Date.now() + (options.clockOffsetMs ?? 0);
  const faults = faultScript(options.faultRates, options.random);
  const webhooks = webhookSender(faults, speed);
  const uploads = uploadShelf(dir, baseUrl);
  const predictions = predictionBook({
    baseUrl,
    faults,
    webhooks,
    speed,
    expireAfterMs,
    now,
    fillsDefaults: options.fillsDefaults ?? false,
    produce: (order, outputs) =>
      produceOutputs(order, outputs, { dir, origin: () => origin, media, uploads, scale }),
  });
  const limits = { perMinute: options.createsPerMinute ?? 600, burst: options.burst ?? 60 };
  const server = createServer(
    apiDoor({
      ...{ dir, baseUrl, token, faults, predictions, uploads, limits, now },
      listLagMs: options.listLagMs ?? 0,
      webhookSecret: webhooks.secret,
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port.');
  origin = `http://127.0.0.1:${address.port}`;
  return {
    baseUrl: baseUrl(),
    faults,
    predictions,
    uploads,
    webhookSecret: webhooks.secret,
    created: () => predictions.list().length,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.race([
        Promise.allSettled(predictions.list().map(({ settled }) => settled)),
        new Promise((resolve) => setTimeout(resolve, 5_000).unref()),
      ]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
