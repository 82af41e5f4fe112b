import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultScript, type FaultRates, type FaultScript } from '../faults.ts';
import type { MediaMaker } from '../media-maker.ts';
import { produceFiles } from './produce-files.ts';
import { requestBook, type RequestBook } from './request-book.ts';
import { requestDoor } from './request-door.ts';
import { webhookSigner } from './sign-webhook.ts';

export type FalEmulatorOptions = {
  media: MediaMaker;
  /** 0 takes any free port. */
  port?: number;
  /** Any key is right when none is given, but there must be one. */
  key?: string;
  /** How many times faster than the real service models run; 1 is lifelike. */
  speed?: number;
  /** Shrinks every picture and video, for tests. */
  scale?: number;
  faultRates?: FaultRates;
  random?: () => number;
  /** How far its clock is ahead of ours, in milliseconds. */
  clockOffsetMs?: number;
  listsUnfinished?: boolean;
};

/** A running stand-in for fal. `baseUrl` is what goes into the server's settings. */
export type FalEmulator = {
  baseUrl: string;
  faults: FaultScript;
  requests: RequestBook;
  /** How many requests were ever submitted: each may cost money. */
  created(): number;
  /** What all of them together are billed, by fal's published prices, in millionths of a dollar. */
  billedMicros(): number;
  close(): Promise<void>;
};

/** Starts the emulator on the loopback interface. */
export async function startFal(options: FalEmulatorOptions): Promise<FalEmulator> {
  const { media, port = 0, key = null, speed = 1, scale = 1, listsUnfinished = false } = options;
  const dir = mkdtempSync(join(tmpdir(), 'fal-emulator-'));
  let origin = '';
  const now = () => Date.now() + (options.clockOffsetMs ?? 0);
  const faults = faultScript(options.faultRates, options.random);
  const webhooks = webhookSigner(faults, speed, now);
  const uploads = new Map<string, string>();
  const find = (url: string) => uploads.get(/([\w-]+)\.png(?:#.*)?$/.exec(url)?.[1] ?? '') ?? null;
  const produce = { dir, origin: () => origin, media, find, scale };
  const requests = requestBook({
    ...{ faults, webhooks, speed, now },
    produce: (order) => produceFiles(order, produce),
  });
  const server = createServer(
    requestDoor({
      ...{ dir, key, faults, webhooks, uploads, now, listsUnfinished },
      book: requests,
      origin: () => origin,
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
    baseUrl: origin,
    faults,
    requests,
    created: () => requests.list().length,
    billedMicros: () => requests.list().reduce((sum, { billedMicros }) => sum + billedMicros, 0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.race([
        Promise.allSettled(requests.list().map(({ settled }) => settled)),
        new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
