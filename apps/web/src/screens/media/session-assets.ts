import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';

/** An image or clip of the ad as it stands. */
export function findAsset(session: Session, id: string): Asset | undefined {
  return [...session.images, ...session.clips].find((asset) => asset.id === id);
}

/** The ad with one image or clip changed. */
export function withAsset(session: Session, id: string, change: Partial<Asset>): Session {
  const apply = (asset: Asset) => (asset.id === id ? { ...asset, ...change } : asset);
  return { ...session, images: session.images.map(apply), clips: session.clips.map(apply) };
}

/** Earlier drawings of what lies in this place, newest first. */
export function versionsOf(session: Session, asset: Asset): Asset[] {
  return session.versions.filter(
    ({ kind, position, scene_id: sceneId, id }) =>
      kind === asset.kind &&
      id !== asset.id &&
      (kind === 'clip' ? sceneId === asset.scene_id : position === asset.position),
  );
}

/**
 * What goes on to the next step: those approved, or while none is, all that are ready and not rejected.
 * In the order they lie.
 */
export function goingOn(assets: readonly Asset[]): Asset[] {
  const ready = assets.filter(({ status, approval }) => status === 'ready' && approval !== 'rejected');
  const approved = ready.filter(({ approval }) => approval === 'approved');
  return approved.length > 0 ? approved : ready;
}
