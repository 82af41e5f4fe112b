import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
  ListMultipartUploadsCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import pLimit from 'p-limit';
import { Conflict, NotFound, Unavailable } from '#src/domain/faults.ts';
import type { FileStore } from '#src/ports/file-store.ts';
import { assertWhole } from './assert-whole.ts';
import type { MediaLinks } from './media-links.ts';
import { assertStorageKey } from './storage-key.ts';

/** Equal parts, as R2 wants them; one part up to this size. */
const PART_BYTES = 8 * 1024 * 1024;
const UPLOAD_TRIES = 3;
const DELETES_AT_ONCE = 16;
/** Objects never change, so whoever may see one may keep it (seed 2.3). */
const CACHE_CONTROL = 'max-age=31536000';

/**
 * Files in a bucket of S3 or what speaks like it (R2, Ceph, MinIO). Only what all of them have is used: single deletes,
 * no ACLs, no POST policies, no bucket-wide checksums. The hash travels as metadata.
 */
export function createS3FileStore(options: {
  client: S3Client;
  /** Signs addresses for browsers, which may reach the store by another name. */
  publicClient?: S3Client;
  bucket: string;
  links: MediaLinks;
}): FileStore {
  const { client, publicClient = client, bucket, links } = options;
  const at = (key: string) => {
    assertStorageKey(key);
    return { Bucket: bucket, Key: key };
  };

  async function head(key: string): Promise<{ bytes: number; sha256: string | null } | null> {
    const target = at(key);
    try {
      const found = await client.send(new HeadObjectCommand(target));
      return { bytes: found.ContentLength ?? 0, sha256: found.Metadata?.['sha256'] ?? null };
    } catch (error) {
      if (isMissing(error)) return null;
      throw asUnavailable(error);
    }
  }

  async function get(key: string, range?: { start: number; end: number }): Promise<Readable> {
    const target = at(key);
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      const { Body } = await client.send(new GetObjectCommand({ ...target, ...(Range ? { Range } : {}) }));
      return Body as Readable;
    } catch (error) {
      if (isMissing(error))
        throw new NotFound('file_not_found', `There is no file at ${key}.`, { cause: error });
      throw asUnavailable(error);
    }
  }

  async function upload(key: string, localPath: string, mimeType: string, sha256: string): Promise<void> {
    const task = new Upload({
      client,
      partSize: PART_BYTES,
      queueSize: 2,
      params: {
        ...at(key),
        Body: createReadStream(localPath),
        ContentType: mimeType,
        CacheControl: CACHE_CONTROL,
        Metadata: { sha256 },
      },
    });
    await task.done();
  }

  return {
    async put(key, localPath, mimeType) {
      at(key);
      const written = await measured(localPath);
      const there = await head(key);
      if (there !== null) {
        if (there.sha256 === written.sha256) return written;
        throw new Conflict('file_exists', `There is another file at ${key} already.`);
      }
      // The client repeats requests, not streams: a broken upload begins again with the file.
      for (let tries = 1; ; tries += 1) {
        try {
          await upload(key, localPath, mimeType, written.sha256);
          return written;
        } catch (error) {
          if (tries === UPLOAD_TRIES || isRefusal(error)) throw asUnavailable(error);
        }
      }
    },

    open: get,
    async size(key) {
      return (await head(key))?.bytes ?? null;
    },

    async materialise(key, dir, sha256) {
      at(key);
      const path = join(dir, createHash('sha256').update(key).digest('hex').slice(0, 16) + extensionOf(key));
      try {
        await pipeline(await get(key), createWriteStream(path));
      } catch (error) {
        throw asUnavailable(error);
      }
      await assertWhole(path, key, sha256);
      return path;
    },

    async remove(keys) {
      const limit = pLimit(DELETES_AT_ONCE);
      try {
        await Promise.all(keys.map((key) => limit(() => client.send(new DeleteObjectCommand(at(key))))));
      } catch (error) {
        throw asUnavailable(error);
      }
    },

    async *list(prefix) {
      try {
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
          for (const { Key, LastModified } of page.Contents ?? []) {
            if (Key !== undefined && LastModified) yield { key: Key, writtenAt: LastModified };
          }
        }
      } catch (error) {
        throw asUnavailable(error);
      }
    },

    async removeHalfWritten(olderThan) {
      let removed = 0;
      try {
        const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
        for (const { Key, UploadId, Initiated } of Uploads) {
          if (Key === undefined || UploadId === undefined || !Initiated || Initiated >= olderThan) continue;
          await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
          removed += 1;
        }
      } catch (error) {
        throw asUnavailable(error);
      }
      return removed;
    },

    signUrl: ({ id }, { expiresInSeconds, disposition, filename }) =>
      links.sign(id, { expiresInSeconds, disposition, filename }),

    directUrl: (key, { expiresInSeconds, mimeType, contentDisposition }) =>
      getSignedUrl(
        publicClient,
        new GetObjectCommand({
          ...at(key),
          ResponseContentType: mimeType,
          ResponseContentDisposition: contentDisposition,
        }),
        { expiresIn: expiresInSeconds },
      ),

    bytesLeft: () => Promise.resolve(null),
  };
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

function extensionOf(key: string): string {
  return /\.[A-Za-z0-9]+$/.exec(key)?.[0] ?? '';
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

/** What trying again cannot change. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return (
    (status !== undefined && status >= 400 && status < 500 && status !== 429) || codeOf(error) === 'ENOENT'
  );
}

/** What the store has to answer for; everything else is passed on as it is. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof NotFound || error instanceof Unavailable) return error;
  const isLocal = !(error instanceof S3ServiceException) && LOCAL.includes(codeOf(error));
  if (isLocal) return error;
  const name = error instanceof Error ? error.name : '';
  const isForbidden = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403;
  const advice = isForbidden
    ? 'Check the access key and the rights of the bucket.'
    : 'It is tried again; if that goes on, check the address and the bucket with npm run doctor.';
  return new Unavailable('storage_unavailable', `The media storage does not answer (${name}). ${advice}`, {
    cause: error,
  });
}

/** Of our own disk, not of the store. */
const LOCAL = ['ENOENT', 'ENOSPC', 'EACCES', 'EMFILE'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
