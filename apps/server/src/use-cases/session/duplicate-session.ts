import type { Finish } from '@spotsmith/contract/finish';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { type Asset, type AssetOf, currentOf, type Music, type Photo } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { NewStoredFile } from '../../domain/stored-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { findOwned } from '../flow/owned-session.ts';
import { assertRoom, claimRoom } from '../making/assert-room.ts';
import { storeFile } from '../making/store-file.ts';

/** An upload of the new ad: the asset that it copies, under an id and with a file of its own. */
type Copy = { original: Upload; id: string; file: NewStoredFile };
type Upload = Asset & { origin: 'uploaded' };

/**
 * Starts a new ad from this one: its prompt, options, brief, storyboard and finish, and everything that was uploaded, but
 * nothing that was made. With a brief it begins at the brief. Returns the new id. Throws Conflict `quota_…`.
 */
export async function duplicateSession(
  deps: Pick<Ports, 'store' | 'files' | 'withTempDir' | 'limits'>,
  ref: { userId: string; sessionId: string },
): Promise<string> {
  const { store } = deps;
  const original = await findOwned(store.read, ref);
  const assets = await store.read.assets.ofSession(original.id);
  const uploads: Upload[] = [
    ...currentOf(assets, 'photo'),
    ...currentOf(assets, 'logo'),
    ...currentOf(assets, 'music').filter((music) => music.origin === 'uploaded'),
  ];
  const more = {
    ads: 1,
    photos: uploads.filter(({ kind }) => kind !== 'music').length,
    tracks: uploads.filter(({ kind }) => kind === 'music').length,
    disk_bytes: uploads.length,
  };
  await assertRoom(store.read, deps.limits, ref.userId, more);
  const id = crypto.randomUUID();
  const copies = await copyFiles(deps, uploads, id);
  await store.write(async (tx) => {
    await claimRoom(tx, deps.limits, ref.userId, more);
    await tx.sessions.insert({
      id,
      userId: ref.userId,
      title: `${original.title} (copy)`.slice(0, 80),
      prompt: original.prompt,
      options: original.options,
      review: original.review,
      seed: original.seed,
      capMicros: original.capMicros,
      finish: original.finish && finishWith(original.finish, copies),
    });
    for (const copy of copies) await keepCopy(tx, original, id, copy);
    if (original.brief !== null) {
      const storyboard = original.storyboard && storyboardWith(original.storyboard, copies);
      await tx.sessions.update(id, { brief: original.brief, storyboard, status: 'reviewing_brief' });
    }
  });
  return id;
}

/** Each ad owns its files, so that removing one never takes a picture from another. */
async function copyFiles(
  { store, files, withTempDir }: Pick<Ports, 'store' | 'files' | 'withTempDir'>,
  uploads: readonly Upload[],
  sessionId: string,
): Promise<Copy[]> {
  return withTempDir(async (dir) => {
    const copies: Copy[] = [];
    for (const original of uploads) {
      const row = original.fileId === null ? null : await store.read.files.find(original.fileId);
      if (row === null) continue;
      const folder = original.kind === 'music' ? 'audio' : 'photos';
      const path = await files.materialise(row.key, dir, row.sha256);
      const file = await storeFile(files, sessionId, folder, path, row.mimeType);
      copies.push({ original, id: crypto.randomUUID(), file });
    }
    return copies;
  });
}

async function keepCopy(
  tx: Transaction,
  { seed }: Session,
  sessionId: string,
  { original, id, file }: Copy,
): Promise<void> {
  await tx.files.insert(file);
  const { position, origin } = original;
  const slot = { id, sessionId, origin, position, seed, fileId: file.id };
  switch (original.kind) {
    case 'photo': {
      const { kind, width, height, cutoutApproval } = original;
      await tx.assets.insert<Photo>([{ ...slot, kind, width, height, cutoutApproval }]);
      await tx.jobs.send('prepare-photo', { sessionId, assetId: id });
      break;
    }
    case 'logo': {
      const { kind, width, height } = original;
      await tx.assets.insert<AssetOf<'logo'>>([{ ...slot, kind, width, height, status: 'ready' }]);
      break;
    }
    case 'music': {
      const { kind, seconds } = original;
      await tx.assets.insert<Music>([{ ...slot, kind, seconds, status: 'ready' }]);
      break;
    }
  }
}

/** The same storyboard with the copies of its photos; null when it shows what was made: then it is designed anew. */
function storyboardWith(storyboard: Storyboard, copies: readonly Copy[]): Storyboard | null {
  const shots: Storyboard['shots'] = [];
  for (const shot of storyboard.shots) {
    const { picture } = shot;
    if (picture.kind === 'product') {
      shots.push(shot);
      continue;
    }
    const copy = copies.find(({ original }) => original.id === picture.assetId);
    if (copy === undefined) return null;
    shots.push({ ...shot, picture: { ...picture, assetId: copy.id } });
  }
  return { ...storyboard, shots };
}

/** The same finish with the copies of its logo and music; what is gone is left out. */
function finishWith({ logo, music, ...finish }: Finish, copies: readonly Copy[]): Finish {
  const copyOf = (assetId: string) => copies.find(({ original }) => original.id === assetId)?.id;
  const copied: Finish = { ...finish };
  if (logo === null) copied.logo = null;
  const logoId = logo == null ? undefined : copyOf(logo.asset_id);
  if (logo != null && logoId !== undefined) copied.logo = { ...logo, asset_id: logoId };
  if (music?.source !== 'uploaded') return { ...copied, ...(music && { music }) };
  const musicId = copyOf(music.asset_id);
  return musicId === undefined ? copied : { ...copied, music: { ...music, asset_id: musicId } };
}
