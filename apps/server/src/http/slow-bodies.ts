import { pipeline } from 'node:stream/promises';
import { Transform, type Readable, type Writable } from 'node:stream';
import { InvalidInput } from '#src/domain/faults.ts';
import type { App } from './app.ts';

/** The largest upload over the slowest line that is waited for. */
export const LONGEST_REQUEST_MS = 15 * 60_000;
/** All but uploads are a few kilobytes. */
const BODY_WITHIN_MS = 30_000;
const FLOOR = { bytes: 16 * 1024, everyMs: 10_000 };

/** Hangs up on whoever sends a small body slower than anybody's line is. Uploads have a floor of their own. */
export function endSlowBodies(app: App, withinMs = BODY_WITHIN_MS): void {
  app.addHook('onRequest', async ({ raw, headers, ws }) => {
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (ws || !hasBody || headers['content-type']?.startsWith('multipart/form-data')) return;
    const timer = setTimeout(() => raw.complete || raw.destroy(), withinMs);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

/** Copies a stream that has to keep up a rate. Throws InvalidInput `too_slow`. */
export async function pipeQuickly(from: Readable, to: Writable, floor = FLOOR): Promise<void> {
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const timer = setInterval(() => {
    if (bytes < floor.bytes) {
      measured.destroy(
        new InvalidInput('too_slow', 'The file came too slowly. Send it again over a better line.'),
      );
    }
    bytes = 0;
  }, floor.everyMs);
  try {
    await pipeline(from, measured, to);
  } finally {
    clearInterval(timer);
  }
}
