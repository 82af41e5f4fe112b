import type { Provider } from '@spotsmith/contract/words';
import { NotFound } from '../../domain/faults.ts';
import type { Ports } from '../../ports/ports.ts';
import { redrawImage } from '../2-images/redraw-image.ts';
import { remakeClip } from '../4-clips/remake-clip.ts';
import { findOwned, type SessionRef } from '../flow/owned-session.ts';

/** Draws one image again or makes one clip again, whichever it is. Throws NotFound `asset_not_found`. */
export async function regenerateAsset(
  deps: Pick<Ports, 'store' | 'limits'>,
  input: SessionRef & { assetId: string; prompt?: string | undefined; provider?: Provider | undefined },
): Promise<void> {
  await findOwned(deps.store.read, input);
  const asset = await deps.store.read.assets.find(input.assetId);
  if (asset?.sessionId === input.sessionId) {
    if (asset.kind === 'image') return redrawImage(deps, input);
    if (asset.kind === 'clip') return remakeClip(deps, input);
  }
  throw new NotFound('asset_not_found', 'This ad has no such picture or clip.');
}
