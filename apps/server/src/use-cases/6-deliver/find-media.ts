import type { StoredFile } from '../../domain/asset.ts';
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
  const session = file && (await store.read.sessions.find(file.sessionId));
  if (!session || session.deletedAt) throw new NotFound('file_not_found', 'This file is not there any more.');
  return file;
}
