import type { Asset, NewAsset } from '../../domain/asset.ts';
import { currentOf } from '../../domain/asset.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/** Finds the newest version of an image or clip of this session. Throws NotFound `asset_not_found`, Conflict `replaced`. */
export async function findCurrent(
  tx: Transaction,
  session: Session,
  kind: 'image' | 'clip',
  assetId: string,
): Promise<Asset> {
  const assets = await tx.assets.ofSession(session.id);
  const asset = assets.find((candidate) => candidate.id === assetId && candidate.kind === kind);
  if (asset === undefined) throw new NotFound('asset_not_found', `This ad has no such ${kind}.`);
  if (!currentOf(assets, kind).includes(asset)) {
    throw new Conflict('replaced', `This ${kind} was replaced by a newer version already.`);
  }
  return asset;
}

/** Puts an empty slot in the place of an asset. The old one is kept as a version. */
export async function replaceAsset(
  tx: Transaction,
  old: Asset,
  changes: Partial<Pick<NewAsset, 'prompt' | 'recipe' | 'provider'>>,
): Promise<void> {
  await tx.assets.update(old.id, { isSuperseded: true });
  await tx.assets.insert([
    {
      id: crypto.randomUUID(),
      sessionId: old.sessionId,
      kind: old.kind,
      position: old.position,
      view: old.view,
      prompt: old.prompt,
      recipe: old.kind === 'clip' ? old.recipe : null,
      parentId: old.parentId,
      sceneId: old.sceneId,
      seed: old.seed,
      seconds: old.kind === 'clip' ? old.seconds : null,
      aspectRatio: old.aspectRatio,
      versionNumber: old.versionNumber + 1,
      replacesId: old.id,
      ...changes,
    },
  ]);
}
