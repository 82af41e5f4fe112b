import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Permanent } from '#src/domain/faults.ts';

/** Compares a file with what was stored: a disk may lose or change bytes. Throws Permanent `file_damaged`. */
export async function assertWhole(path: string, key: string, sha256: string | undefined): Promise<void> {
  if (sha256 === undefined) return;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  if (hash.digest('hex') === sha256) return;
  throw new Permanent(
    'file_damaged',
    `A stored file has changed on the disk (${key}). Make the picture or clip again, or upload the photo again.`,
  );
}
