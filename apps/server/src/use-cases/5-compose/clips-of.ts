import { type Asset, type Clip, currentOf } from '../../domain/asset.ts';

/** The clips that go into the ad, in playing order: approved and finished. */
export function clipsOf(assets: readonly Asset[]): Clip[] {
  return currentOf(assets, 'clip').filter((clip) => clip.approval === 'approved' && clip.status === 'ready');
}

/** The part of a clip that is shown: what the user trimmed, or all of it. */
export function shownPartOf(clip: Clip): { inSeconds: number; outSeconds: number } {
  const seconds = clip.seconds ?? 0;
  return {
    inSeconds: Math.min(clip.trimInSeconds ?? 0, seconds),
    outSeconds: Math.min(clip.trimOutSeconds ?? seconds, seconds),
  };
}
