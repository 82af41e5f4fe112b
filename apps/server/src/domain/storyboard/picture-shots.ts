import type { LayoutId, Shot, ShotPicture, Storyboard, Subject } from '@spotsmith/motion/storyboard';

import { demonstrateFacts } from './demonstrations.ts';

/** What an ad has to show, by asset, in playing order; `subjects` tells where the product is in a photo. */
export type Shown = {
  hasCutout: boolean;
  photoIds: readonly string[];
  clipIds: readonly string[];
  subjects?: Readonly<Record<string, Subject | undefined>>;
};

/** Layouts of a product that stand for a look at it: a clip of it may stand there as well. */
const LOOKS = new Set<LayoutId>(['macro', 'corner-bleed', 'travel', 'pattern', 'split']);

/**
 * Gives every shot its picture. A cut-out is shown by the layouts that were chosen for it; the ad's clips, which may
 * have been paid for, take the shots that look at the product and then the opening. Where nothing was cut out, clips and
 * whole photos take turns in all shots.
 */
export function pictureShots(
  storyboard: Storyboard,
  { hasCutout, photoIds, clipIds, subjects = {} }: Shown,
): Storyboard {
  if (!hasCutout) {
    const pictures = [
      ...clipIds.map((assetId): ShotPicture => ({ kind: 'clip', assetId, inSeconds: 0 })),
      ...photoIds.map((assetId): ShotPicture => {
        const subject = subjects[assetId];
        return { kind: 'photo', assetId, ...(subject && { subject }) };
      }),
    ];
    const shots = storyboard.shots.map((shot, index): Shot => ({
      ...shot,
      // A photo has no product that could be set small into space: it is seen near.
      layout: shot.layout === 'in-space' ? 'macro' : shot.layout,
      picture: pictures[index % pictures.length] ?? shot.picture,
    }));
    return { ...storyboard, shots };
  }
  const shown = demonstrateFacts(storyboard);
  const left = [...clipIds];
  const filmed = (shot: Shot): Shot => {
    const assetId = left.shift();
    if (assetId === undefined) return shot;
    return { ...shot, layout: 'hero-clip', picture: { kind: 'clip', assetId, inSeconds: 0 } };
  };
  const looks = shown.shots.map((shot) => (LOOKS.has(shot.layout) ? filmed(shot) : shot));
  const shots = looks.map((shot) =>
    shot.role === 'product' && shot.picture.kind === 'product' ? filmed(shot) : shot,
  );
  return { ...shown, shots };
}
