import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import type { FaultScript } from './faults.ts';

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

export type Delivery = {
  dir: string;
  url: URL;
  response: ServerResponse;
  faults: FaultScript;
  predictions: { list(): readonly { outputPaths: readonly string[] }[] };
};

/** The delivery host: outputs of finished predictions until they expire, no login. */
export async function deliverFile({ dir, url, response, faults, predictions }: Delivery): Promise<void> {
  const path = join(dir, ...url.pathname.split('/').slice(2).map(decodeURIComponent));
  const isAlive = predictions.list().some(({ outputPaths }) => outputPaths.includes(path));
  const fault = faults.take('download');
  if (!isAlive || !existsSync(path) || fault === 'gone') return void response.writeHead(404).end('Not found');
  const bytes = statSync(path).size;
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  switch (fault) {
    case 'error':
      return void response.writeHead(503).end('Service unavailable');
    case 'reset':
      return void response.destroy();
    case 'html':
      return void response
        .writeHead(200, { 'content-type': type })
        .end('<html><body>Not a picture</body></html>');
    case 'empty':
      return void response.writeHead(200, { 'content-type': type, 'content-length': 0 }).end();
    case 'endless':
      return pourForEver(response, type);
    case 'bomb':
      return void response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(bomb());
    case 'truncated':
      response.writeHead(200, { 'content-type': type, 'content-length': bytes });
      await pipeline(createReadStream(path, { end: Math.floor(bytes / 2) }), response, { end: false });
      return void response.destroy();
    case 'cut-short':
      // Says itself that this is all.
      response.writeHead(200, { 'content-type': type, 'content-length': Math.floor(bytes / 2) + 1 });
      return pipeline(createReadStream(path, { end: Math.floor(bytes / 2) }), response);
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
      break;
    case null:
  }
  response.writeHead(200, { 'content-type': type, 'content-length': bytes });
  await pipeline(createReadStream(path), response);
}

/** Sixty-odd kilobytes that unpack to 64 megabytes. */
function bomb(): Buffer {
  return gzipSync(Buffer.alloc(64 * 1024 * 1024));
}

async function pourForEver(response: ServerResponse, type: string): Promise<void> {
  response.writeHead(200, { 'content-type': type });
  const block = Buffer.alloc(1024 * 1024);
  await pipeline(function* () {
    for (;;) yield block;
  }, response).catch(() => undefined);
}
