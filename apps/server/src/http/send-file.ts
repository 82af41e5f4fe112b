import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StoredFile } from '#src/domain/stored-file.ts';
import type { MediaGrant } from '#src/ports/file-store.ts';
import type { Ports } from '#src/ports/ports.ts';
import { byteRange } from './byte-range.ts';

/** What a browser may show. Anything else is only ever downloaded: nothing that could run is served inline. */
const SHOWN_INLINE = [
  'video/mp4',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
  'audio/wav',
  'audio/ogg',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/avif',
  'text/vtt',
];

/**
 * Answers a media request: whole or one range, 304 and 416, HEAD without the file; or sends the browser to the store
 * that has it. The tag is the file's hash, so a
 * player that goes on later gets parts of the same file or all of the new one.
 */
export async function sendFile(
  { files }: Pick<Ports, 'files'>,
  file: Pick<StoredFile, 'key' | 'mimeType' | 'bytes' | 'sha256'>,
  grant: MediaGrant,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isShown = SHOWN_INLINE.includes(file.mimeType);
  const mimeType = isShown ? file.mimeType : 'application/octet-stream';
  const disposition = contentDisposition(grant.filename ?? undefined, {
    type: isShown ? grant.disposition : 'attachment',
  });
  const direct = await files.directUrl(file.key, {
    expiresInSeconds: Math.min(grant.secondsLeft, 3600),
    mimeType,
    contentDisposition: disposition,
  });
  if (direct !== null) {
    // The address is good for as long as this answer may be kept, by this browser alone.
    return reply
      .header('cache-control', `private, max-age=${Math.max(0, grant.secondsLeft - 60)}`)
      .redirect(direct, 302);
  }
  const etag = `"${file.sha256.slice(0, 32)}"`;
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${grant.secondsLeft}, immutable`,
    'content-disposition': disposition,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-site',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send();

  reply.type(mimeType);
  const ifRange = request.headers['if-range'];
  const isSameFile = ifRange === undefined || ifRange === etag;
  const range = isSameFile ? byteRange(request.headers.range, file.bytes) : null;
  if (range === 'unsatisfiable') {
    return reply
      .code(416)
      .header('content-range', `bytes */${file.bytes}`)
      .header('content-length', 0)
      .send();
  }
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
  reply.header('content-length', range ? range.end - range.start + 1 : file.bytes);
  if (request.method === 'HEAD') return reply.send();
  return reply.send(await files.open(file.key, range ?? undefined));
}

function namesTag(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim())) ?? false;
}
