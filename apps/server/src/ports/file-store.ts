import type { Readable } from 'node:stream';

/**
 * Where files lie. Keys are `sessions/{session}/{images|videos|audio|photos|final}/{file}.{ext}` and
 * `brands/{user}/{file}.{ext}`; they are made of ids only, never of a user's words. An object is written whole or not at all, and never changed afterwards.
 */
export type FileStore = {
  /** Copies a local file in. Returns its size and SHA-256. Throws Unavailable `storage_full` / `storage_unavailable`. */
  put(key: string, localPath: string, mimeType: string): Promise<{ bytes: number; sha256: string }>;
  /** Bytes `start`–`end` inclusive, or all. Throws NotFound `file_not_found`. */
  open(key: string, range?: { start: number; end: number }): Promise<Readable>;
  /** Null when there is no such object. */
  size(key: string): Promise<number | null>;
  /**
   * A path that FFmpeg can read: the object itself, or a copy in `dir`. Read only. With its hash it is compared with what was
   * stored. Throws NotFound `file_not_found`, Permanent `file_damaged`.
   */
  materialise(key: string, dir: string, sha256?: string): Promise<string>;
  /** Removing what is not there is no error. */
  remove(keys: string[]): Promise<void>;
  /** Every key below a prefix, with the time it was written; half-written ones are left out. */
  list(prefix: string): AsyncIterable<{ key: string; writtenAt: Date }>;
  /** Removes half-written objects older than the instant; returns how many. */
  removeHalfWritten(olderThan: Date): Promise<number>;
  /** A URL that works without login for `expiresInSeconds` (at most an hour). */
  signUrl(
    file: SignableFile,
    options: { expiresInSeconds: number; disposition: Disposition; filename?: string },
  ): string;
  /**
   * An address at which a browser gets the file from the store itself, for at most an hour, with its type, disposition
   * and name in the answer. Null where files come through us.
   */
  directUrl(
    key: string,
    options: { expiresInSeconds: number; mimeType: string; contentDisposition: string },
  ): Promise<string | null>;
  /** Bytes left, or null when the store has no end; for readiness and refusing work early. */
  bytesLeft(): Promise<number | null>;
};

export type SignableFile = { id: string; key: string; mimeType: string };

export type Disposition = 'inline' | 'attachment';

/** What a good link allows. */
export type MediaGrant = { disposition: Disposition; filename: string | null; secondsLeft: number };
