import type { Finish } from '@spotsmith/contract/finish';
import type { Asset } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import { Conflict, InvalidInput } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { advance } from '../flow/advance.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { finishOf } from './finish-of.ts';
import { ensureMusicSlot, scoreOf } from './music-slot.ts';

/**
 * Composes the finished ad from the approved clips. On a finished ad it is the way to edit text, music or look:
 * what is not given stays as it was. After composing failed it is the way to make the ad smaller or shorter.
 * Throws Conflict `no_clips`, InvalidInput `upload_not_found`.
 */
export async function startComposing(
  { store, composer, limits }: Pick<Ports, 'store' | 'composer' | 'limits'>,
  input: SessionRef & { finish: Finish },
): Promise<string> {
  return store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    if (session.status === 'composing') return session.id;
    const assets = await tx.assets.ofSession(session.id);
    const clips = clipsOf(assets);
    if (clips.length === 0) throw new Conflict('no_clips', 'Approve at least one clip first.');
    const finish = { ...finishOf(session), ...input.finish };
    assertUploads(assets, finish);
    const canvas = canvasOf(session.options.aspect_ratio, limits.canvasScale, finish.resolution);
    const score = scoreOf(finish, composer.measure({ clips: clips.map(shownPartOf), finish, canvas }));
    if (score !== null) await ensureMusicSlot(tx, session, score);
    await advance(tx, session, 'compose', { finish });
    return session.id;
  });
}

function assertUploads(assets: readonly Asset[], finish: Finish): void {
  const has = (id: string, kind: Asset['kind']) =>
    assets.some(
      (asset) => asset.id === id && asset.kind === kind && asset.fileId !== null && !asset.isSuperseded,
    );
  if (finish.music?.source === 'uploaded' && !has(finish.music.asset_id, 'music')) {
    throw new InvalidInput('upload_not_found', 'Upload the music to this ad first.');
  }
  if (finish.logo && !has(finish.logo.asset_id, 'logo')) {
    throw new InvalidInput('upload_not_found', 'Upload the logo to this ad first.');
  }
}
