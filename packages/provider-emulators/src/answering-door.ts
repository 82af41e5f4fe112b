import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultScript, type FaultRates, type FaultScript } from './faults.ts';
import type { MediaMaker, Size } from './media-maker.ts';

export type AnsweringOptions = {
  media: MediaMaker;
  /** 0 takes any free port. */
  port?: number;
  /** Any key is right when none is given, but there must be one. */
  key?: string;
  /** How many times faster than the real service it draws; 1 is lifelike. */
  speed?: number;
  /** Shrinks every picture, for tests. */
  scale?: number;
  faultRates?: FaultRates;
  random?: () => number;
};

/** A running stand-in for a provider that answers with the picture itself. */
export type AnsweringEmulator = {
  baseUrl: string;
  faults: FaultScript;
  /** How many requests were taken on: each may cost money. */
  created(): number;
  /** What all of them together are billed, in millionths of a dollar. */
  billedMicros(): number;
  /** Every address that was asked, as it came, and how many pictures came along. */
  asked: { url: string; pictures: number }[];
  close(): Promise<void>;
};

export type Order = { prompt: string; size: Size; pictures: Buffer[]; micros: number };
export type Door = {
  faults: FaultScript;
  asked: AnsweringEmulator['asked'];
  key: string | null;
  /** Takes an order on, draws it, and bills it. */
  draw(order: Order): Promise<Buffer>;
  /** Takes an order on that comes to nothing. */
  bill(micros: number): void;
};

const DRAW_SECONDS = 12;

/** Starts such a stand-in on the loopback interface; `answer` speaks its protocol, below `path`. */
export async function startAnswering(
  { media, port = 0, key, speed = 1, scale = 1, faultRates, random }: AnsweringOptions,
  path: string,
  answer: (door: Door, request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<AnsweringEmulator> {
  const dir = mkdtempSync(join(tmpdir(), 'pictures-emulator-'));
  const bills: number[] = [];
  const door: Door = {
    faults: faultScript(faultRates, random),
    asked: [],
    key: key ?? null,
    bill: (micros) => void bills.push(Math.round(micros)),
    async draw({ prompt, size, pictures, micros }) {
      door.bill(micros);
      await sleep((DRAW_SECONDS * 1000) / speed, undefined, { ref: false });
      const outPath = join(dir, `${bills.length}.png`);
      const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
      const small = { width: even(size.width), height: even(size.height) };
      await media.picture({ prompt, seed: pictures.length, size: small, referencePath: null, outPath });
      return readFileSync(outPath);
    },
  };
  const server = createServer((request, response) => {
    answer(door, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The emulator has no port.');
  return {
    baseUrl: `http://127.0.0.1:${address.port}${path}`,
    faults: door.faults,
    asked: door.asked,
    created: () => bills.length,
    billedMicros: () => bills.reduce((sum, micros) => sum + micros, 0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function sendJson(
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export function sendGatewayPage(response: ServerResponse): void {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>');
}

/** Promises the whole answer, gives half of it and hangs up. */
export function breakOff(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A drawn picture as text, spoilt as the fault says. */
export function asText(picture: Buffer, fault: string | null): string {
  if (fault === 'html') return Buffer.from('<html><body>Not a picture</body></html>').toString('base64');
  const text = picture.toString('base64');
  return fault === 'truncated' ? text.slice(0, Math.floor(text.length / 2)) : text;
}
