import type { Asset, AssetOf, Clip, Still } from '../../domain/asset.ts';
import { currentOf } from '../../domain/asset.ts';
import { Conflict, NotFound } from '../../domain/faults.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';

/** Finds the newest version of an image or clip of this session. Throws NotFound `asset_not_found`, Conflict `replaced`. */
export async function findCurrent<Kind extends 'image' | 'clip'>(
  tx: Transaction,
  session: Session,
  kind: Kind,
  assetId: string,
): Promise<AssetOf<Kind>> {
  const assets = await tx.assets.ofSession(session.id);
  if (!assets.some((asset) => asset.id === assetId && asset.kind === kind)) {
    throw new NotFound('asset_not_found', `This ad has no such ${kind}.`);
  }
  const current = currentOf(assets, kind).find((asset: Asset) => asset.id === assetId);
  if (current === undefined) {
    throw new Conflict('replaced', `This ${kind} was replaced by a newer version already.`);
  }
  return current;
}

/** Puts an empty slot in the place of an image. The old one is kept as a version. */
export async function replaceStill(
  tx: Transaction,
  old: Still,
  changes: Partial<Pick<Still, 'prompt' | 'provider'>> = {},
): Promise<void> {
  await tx.assets.update(old, { isSuperseded: true });
  const { sessionId, kind, origin, position, view, prompt, seed, aspectRatio } = old;
  const same = { sessionId, kind, origin, position, view, prompt, seed, aspectRatio };
  await tx.assets.insert<Still>([{ ...same, ...nextVersionOf(old), ...changes }]);
}

/** Puts an empty slot in the place of a clip. The old one is kept as a version. */
export async function replaceClip(
  tx: Transaction,
  old: Clip,
  changes: Partial<Pick<Clip, 'prompt' | 'direction' | 'provider'>>,
): Promise<void> {
  await tx.assets.update(old, { isSuperseded: true });
  const { sessionId, kind, origin, position, imageId, sceneId, prompt, direction, seed, aspectRatio } = old;
  const same = { sessionId, kind, origin, position, imageId, sceneId, prompt, direction, seed, aspectRatio };
  await tx.assets.insert<Clip>([{ ...same, seconds: direction.seconds, ...nextVersionOf(old), ...changes }]);
}

function nextVersionOf({ id, versionNumber }: Still | Clip) {
  return { id: crypto.randomUUID(), versionNumber: versionNumber + 1, replacesId: id };
}
