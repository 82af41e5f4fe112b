import { extensionOf } from '../../domain/media-types.ts';
import type { NewStoredFile } from '../../domain/stored-file.ts';
import type { Folder } from '../../domain/stages.ts';
import type { FileStore } from '../../ports/file-store.ts';

/**
 * Puts a local file into the store under a key of its own and returns the row to insert with the asset.
 * Without that row the object is an orphan, which the sweep removes: so a crash in between loses nothing but time.
 */
export async function storeFile(
  files: FileStore,
  sessionId: string,
  folder: Folder,
  localPath: string,
  mimeType: string,
): Promise<NewStoredFile> {
  return { sessionId, ...(await put(files, `sessions/${sessionId}/${folder}`, localPath, mimeType)) };
}

/** The same for a file of a person's brand kit. */
export async function storeBrandFile(
  files: FileStore,
  userId: string,
  localPath: string,
  mimeType: string,
): Promise<NewStoredFile> {
  return { userId, ...(await put(files, `brands/${userId}`, localPath, mimeType)) };
}

async function put(files: FileStore, folder: string, localPath: string, mimeType: string) {
  const id = crypto.randomUUID();
  const key = `${folder}/${id}.${extensionOf(mimeType)}`;
  const { bytes, sha256 } = await files.put(key, localPath, mimeType);
  return { id, key, mimeType, bytes, sha256 };
}
