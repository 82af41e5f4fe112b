import type { Music } from '../../domain/asset.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, lockOwned } from '../flow/owned-session.ts';
import { storeFile } from '../making/store-file.ts';

/** Keeps uploaded music, decoded and re-encoded. Returns the asset's id. Throws InvalidInput with a sentence. */
export async function uploadMusic(
  deps: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir'>,
  input: { userId: string; sessionId: string; path: string },
): Promise<string> {
  await findOwned(deps.store.read, input);
  return deps.withTempDir(async (dir) => {
    const music = await deps.uploads.readMusic(input.path, dir, AbortSignal.timeout(120_000));
    const file = await storeFile(deps.files, input.sessionId, 'audio', music.path, music.mimeType);
    return deps.store.write(async (tx) => {
      const session = await lockOwned(tx, input);
      await tx.files.insert(file);
      const id = crypto.randomUUID();
      await tx.assets.insert<Music>([
        {
          id,
          sessionId: session.id,
          kind: 'music',
          origin: 'uploaded',
          status: 'ready',
          position: 1,
          seed: session.seed,
          fileId: file.id,
          seconds: music.seconds,
        },
      ]);
      await tx.sessions.update(session.id, {});
      return id;
    });
  });
}
