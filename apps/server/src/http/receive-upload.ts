import type { FastifyRequest } from 'fastify';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '#src/domain/faults.ts';
import { pipeQuickly } from './slow-bodies.ts';

const MEGABYTE = 1024 * 1024;
export const PHOTO_LIMIT = { maxBytes: 25 * MEGABYTE, inWords: '25 MB' };
export const MUSIC_LIMIT = { maxBytes: 20 * MEGABYTE, inWords: '20 MB' };

/**
 * Streams the one file of a multipart request into `dir`, under a name of ours, and returns its path. What it really
 * is, is for the use-case to find out. Throws InvalidInput `no_file`, `too_large`.
 */
export async function receiveUpload(
  request: FastifyRequest,
  dir: string,
  limit: typeof PHOTO_LIMIT,
): Promise<string> {
  const part = await request.file({ limits: { fileSize: limit.maxBytes, files: 1, fields: 0, parts: 1 } });
  if (!part)
    throw new InvalidInput('no_file', 'Send the file as multipart/form-data, in a field named "file".');
  const path = join(dir, 'upload');
  await pipeQuickly(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (part.file.truncated) {
    throw new InvalidInput('too_large', `This file is larger than ${limit.inWords}. Make it smaller.`);
  }
  return path;
}
