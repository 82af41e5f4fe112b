import type { Music } from '../../domain/asset.ts';
import { Conflict } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { findOwned, lockOwned } from '../flow/owned-session.ts';
import { assertRoom, claimRoom } from '../making/assert-room.ts';
import { storeFile } from '../making/store-file.ts';

const MAX_TRACKS = 6;

/**
 * Keeps uploaded music, decoded and re-encoded. Returns the asset's id. Throws InvalidInput with a sentence, Conflict
 * `too_many_tracks`, `quota_tracks`, `quota_disk_bytes`.
 */
export async function uploadMusic(
  deps: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir' | 'limits'>,
  input: { userId: string; sessionId: string; path: string },
): Promise<string> {
  const owned = await findOwned(deps.store.read, input);
  const assets = await deps.store.read.assets.ofSession(owned.id);
  const tracks = assets.filter(({ kind, origin }) => kind === 'music' && origin === 'uploaded');
  if (tracks.length >= MAX_TRACKS) {
    throw new Conflict('too_many_tracks', `An ad keeps ${MAX_TRACKS} tracks. Remove one first.`);
  }
  await assertRoom(deps.store.read, deps.limits, input.userId, { tracks: 1, disk_bytes: 1 });
  return deps.withTempDir(async (dir) => {
    const music = await deps.uploads.readMusic(input.path, dir);
    const file = await storeFile(deps.files, input.sessionId, 'audio', music.path, music.mimeType);
    return deps.store.write(async (tx) => {
      const session = await lockOwned(tx, input);
      await claimRoom(tx, deps.limits, input.userId, { tracks: 1, disk_bytes: file.bytes });
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
