import { createWriteStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileTypeFromFile } from 'file-type';
import type { HostedKind } from '#src/domain/catalogue/catalogue.ts';
import { isOfKind } from '#src/domain/media-types.ts';

export type Downloaded = { path: string; mimeType: string };

/** The file is not there any more: nothing but a new, paid call brings it back. */
export class OutputGone extends Error {
  override name = 'OutputGone';
}

/** The file could not be fetched whole, tried several times. It may come later. */
export class DownloadFailed extends Error {
  override name = 'DownloadFailed';
}

const TRIES = 4;
const FIRST_PAUSE_MS = 500;
const MAX_REDIRECTS = 3;
const WITHIN_MS = 120_000;
const MEBIBYTE = 1024 * 1024;
const MAX_BYTES: Record<HostedKind, number> = {
  image: 40 * MEBIBYTE,
  clip: 400 * MEBIBYTE,
  music: 100 * MEBIBYTE,
};
export type DownloadOptions = {
  kind: HostedKind;
  /** Where files may come from. */
  isAllowed: (url: URL) => boolean;
  outDir: string;
  signal: AbortSignal;
  /** Sent along to every allowed host. */
  headers?: Readonly<Record<string, string>>;
};

/**
 * Fetches a finished file: from allowed hosts only, over every redirect; whole, by its announced length; within a size
 * and a time; and truly of its kind, by its first bytes. Throws OutputGone or DownloadFailed.
 */
export async function downloadOutput(url: string, options: DownloadOptions): Promise<Downloaded> {
  if (url.startsWith('data:')) return unpack(url, options);
  for (let tries = 1; ; tries++) {
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof OutputGone || tries === TRIES) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1), undefined, { signal: options.signal });
    }
  }
}

async function fetchOnce(
  url: string,
  { kind, isAllowed, outDir, signal, headers = {} }: DownloadOptions,
): Promise<Downloaded> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
  const answer = await follow(new URL(url), isAllowed, limited, headers);
  if ([403, 404, 410].includes(answer.status))
    throw new OutputGone(`The provider answered ${answer.status} for a file.`);
  if (!answer.ok || answer.body === null)
    throw new DownloadFailed(`The provider answered ${answer.status} for a file.`);
  const announced = Number(answer.headers.get('content-length') ?? NaN);
  if (announced > MAX_BYTES[kind])
    throw new DownloadFailed(`The file is ${announced} bytes long, which is too much.`);
  const part = join(outDir, 'download.part');
  try {
    const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    await pipeline(body, capped(MAX_BYTES[kind]), createWriteStream(part));
    const { size } = await stat(part);
    if (Number.isFinite(announced) && size !== announced) {
      throw new DownloadFailed(`Only ${size} of ${announced} bytes of the file arrived.`);
    }
    return await named(part, kind, outDir);
  } catch (cause) {
    await rm(part, { force: true });
    throw cause instanceof DownloadFailed
      ? cause
      : new DownloadFailed('The file broke off on its way.', { cause });
  }
}

/** A file that came with the answer itself. What is wrong with it is wrong for good. */
async function unpack(url: string, { kind, outDir }: DownloadOptions): Promise<Downloaded> {
  const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  if (bytes.length > MAX_BYTES[kind])
    throw new OutputGone(`The file is ${bytes.length} bytes long, which is too much.`);
  const part = join(outDir, 'download.part');
  await writeFile(part, bytes);
  try {
    return await named(part, kind, outDir);
  } catch (cause) {
    throw cause instanceof DownloadFailed ? new OutputGone(cause.message, { cause }) : cause;
  }
}

/** Names a file by what its first bytes say it is. Throws DownloadFailed when that is not of its kind. */
async function named(part: string, kind: HostedKind, outDir: string): Promise<Downloaded> {
  const type = await fileTypeFromFile(part);
  if (!type || !isOfKind(kind, type.mime)) {
    throw new DownloadFailed(`The file is ${type?.mime ?? 'of no known type'} and not what was ordered.`);
  }
  const path = join(outDir, `output.${type.ext}`);
  await rename(part, path);
  return { path, mimeType: type.mime };
}

/** Follows redirects by hand, because each stop has to be allowed. */
async function follow(
  url: URL,
  isAllowed: DownloadOptions['isAllowed'],
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  let next = url;
  for (let stops = 0; stops <= MAX_REDIRECTS; stops++) {
    if (!isAllowed(next)) throw new OutputGone(`A file lies at ${next.host}, which is not the provider's.`);
    let answer: Response;
    try {
      answer = await fetch(next, {
        redirect: 'manual',
        signal,
        headers: { ...headers, 'accept-encoding': 'identity' },
      });
    } catch (cause) {
      throw new DownloadFailed('The file cannot be reached.', { cause });
    }
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || location === null) return answer;
    await answer.body?.cancel();
    next = new URL(location, next);
  }
  throw new DownloadFailed('The file is redirected in circles.');
}

function capped(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new DownloadFailed('The file does not end.') : null, chunk);
    },
  });
}
