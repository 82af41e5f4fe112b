import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import type { PackedFile } from '#src/use-cases/6-deliver/pack-ad.ts';

export const ZIP = 'application/zip';
export const Archive = z.string().meta({ format: 'binary' });

/** Answers a ZIP that is packed while it is sent: one file is open at a time, nothing is kept on disk or in memory. */
export function sendArchive(
  { files }: Pick<Ports, 'files'>,
  filename: string,
  packed: readonly PackedFile[],
  reply: FastifyReply,
): FastifyReply {
  const archive = new ZipFile();
  const body = new PassThrough();
  // A file that cannot be read ends the answer in the middle, so that nobody takes half an archive for a whole one.
  archive.on('error', (error) => body.destroy(error instanceof Error ? error : new Error(String(error))));
  for (const file of packed) {
    if ('text' in file) archive.addBuffer(Buffer.from(file.text), file.path);
    else {
      // Pictures and films do not get any smaller.
      archive.addReadStreamLazy(file.path, { compress: false }, (take) => {
        files.open(file.key).then(
          (stream) => take(null, stream),
          (error: unknown) => take(error, body),
        );
      });
    }
  }
  archive.end();
  archive.outputStream.pipe(body);
  return reply
    .type(ZIP)
    .headers({ 'content-disposition': contentDisposition(filename), 'cache-control': 'private, no-store' })
    .send(body);
}
