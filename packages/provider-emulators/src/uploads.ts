import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LIFETIME_MS = 24 * 3600_000;
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;

export type Upload = { answer: UploadAnswer; path: string };
export type UploadAnswer = {
  id: string;
  name: string;
  content_type: string;
  size: number;
  checksums: { sha256: string };
  metadata: Record<string, unknown>;
  created_at: string;
  expires_at: string;
  urls: { get: string };
};

/** The files API: what users upload as inputs, kept for a day. */
export function uploadShelf(dir: string, baseUrl: () => string) {
  const shelf = new Map<string, Upload>();
  return {
    async keep(content: File, metadata: Record<string, unknown>): Promise<UploadAnswer> {
      const bytes = Buffer.from(await content.arrayBuffer());
      const id = newId();
      const path = join(dir, `upload-${id}`);
      writeFileSync(path, bytes);
      const now = Date.now();
      const answer = {
        id,
        name: content.name,
        content_type: content.type || 'application/octet-stream',
        size: bytes.length,
        checksums: { sha256: createHash('sha256').update(bytes).digest('hex') },
        metadata,
        created_at: new Date(now).toISOString(),
        expires_at: new Date(now + LIFETIME_MS).toISOString(),
        urls: { get: `${baseUrl()}/files/${id}` },
      };
      shelf.set(id, { answer, path });
      return answer;
    },
    find: (id: string) => shelf.get(id) ?? null,
    list: () => [...shelf.values()].map(({ answer }) => answer).toReversed(),
    remove: (id: string) => shelf.delete(id),
  };
}
export type UploadShelf = ReturnType<typeof uploadShelf>;

/** 26 characters of lower-case base 32, as the real service's ids. */
export function newId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return Array.from(randomBytes(26), (byte) => letters[byte % 32]).join('');
}
