import type { StoredFile } from '../../domain/stored-file.ts';
import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * The file that a link names. Whether the link is good is the door's to check; a file of a deleted ad is gone even
 * with a good one. Throws NotFound `file_not_found`.
 */
export async function findMedia(
  { store }: Pick<Ports, 'store'>,
  { fileId }: { fileId: string },
): Promise<StoredFile> {
  const file = await store.read.files.find(fileId);
  const session = file?.sessionId == null ? null : await store.read.sessions.find(file.sessionId);
  // A brand kit's file is there as long as its row.
  const isThere = session === null ? file?.userId != null : session.deletedAt === null;
  if (!file || !isThere) throw new NotFound('file_not_found', 'This file is not there any more.');
  return file;
}
