import type { AssetEdit } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import type { Asset } from '../../domain/asset.ts';
import { Conflict, InvalidInput, NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { type SessionRef, lockOwned } from '../flow/owned-session.ts';

/**
 * Approves, rejects or trims one photo, image or clip. Throws NotFound `asset_not_found`, Conflict `not_ready`,
 * InvalidInput `not_reviewed`, `bad_trim`.
 */
export async function editAsset(
  { store }: Pick<Ports, 'store'>,
  input: SessionRef & { assetId: string; edit: Omit<AssetEdit, 'version'> },
): Promise<void> {
  await store.write(async (tx) => {
    const session = await lockOwned(tx, input);
    const asset = await tx.assets.find(input.assetId);
    if (asset === null || asset.sessionId !== session.id) {
      throw new NotFound('asset_not_found', 'This ad has no such picture or clip.');
    }
    const { approval, trim } = input.edit;
    if (approval !== undefined) await review(tx, asset, approval);
    if (trim !== undefined) await trimClip(tx, asset, trim);
    await tx.sessions.update(session.id, {});
  });
}

/** Of a photo it says whether its cut-out is used. */
async function review(tx: Transaction, asset: Asset, approval: Approval): Promise<void> {
  if (approval === 'approved' && asset.status !== 'ready') {
    throw new Conflict('not_ready', 'It can be approved when it is finished.');
  }
  switch (asset.kind) {
    case 'photo':
      await tx.assets.update(asset, { cutoutApproval: approval });
      return;
    case 'image':
      await tx.assets.update(asset, { approval });
      return;
    case 'clip':
      await tx.assets.update(asset, { approval });
      return;
    default:
      throw new InvalidInput('not_reviewed', 'Only photos, images and clips are approved or rejected.');
  }
}

async function trimClip(tx: Transaction, clip: Asset, trim: NonNullable<AssetEdit['trim']> | null) {
  if (clip.kind !== 'clip') throw new InvalidInput('bad_trim', 'Only a clip can be trimmed.');
  if (trim !== null && trim.out_seconds > (clip.seconds ?? 0) + 0.001) {
    throw new InvalidInput('bad_trim', `This clip is only ${clip.seconds ?? 0} s long.`);
  }
  await tx.assets.update(clip, {
    trimInSeconds: trim?.in_seconds ?? null,
    trimOutSeconds: trim?.out_seconds ?? null,
  });
}
