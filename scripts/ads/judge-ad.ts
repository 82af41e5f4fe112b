import { checkCopy } from '../../apps/server/src/domain/copywriting/check-copy.ts';
import { checkContrast } from '../../packages/motion/src/check/check-contrast.ts';
import { type Check, checkFilm } from '../../packages/motion/src/check/check-film.ts';
import { checkLayout, type Finding } from '../../packages/motion/src/check/check-layout.ts';
import type { CanvasSize } from '../../packages/motion/src/canvas-size.ts';
import { layOutShot, type LaidOutShot } from '../../packages/motion/src/lay-out-shot.ts';
import { createPaintCache } from '../../packages/motion/src/paint/paint-cache.ts';
import { createNodeSurface } from '../../packages/motion/test/support/node-canvas.ts';
import { measurer, type WholeAd } from './whole-ad.ts';

/** What a finding of a layout is called in the table. */
const KINDS: Readonly<Record<Finding['kind'], string>> = {
  edge: 'safe zone',
  small: 'cap height',
  'on-product': 'product free',
  overlap: 'no overlap',
  contrast: 'contrast',
};

/** Everything a machine can say of an ad that is not drawn yet. */
export function judgeAd(ad: WholeAd, { prompt, canvas }: { prompt: string; canvas: CanvasSize }): Check[] {
  const { storyboard, film, brief } = ad;
  const laidOut = layOutAll(ad, canvas);
  const said = { prompt, name: brief.product.name, facts: brief.facts ?? {} };
  return [
    ...checkCopy(storyboard, said),
    ...checkFilm(storyboard, film, laidOut),
    ...checkShots(ad, laidOut),
  ];
}

function layOutAll({ storyboard, product, photos }: WholeAd, canvas: CanvasSize): LaidOutShot[] {
  const { shots, copy, style, language, mood = null } = storyboard;
  return shots.map((shot) =>
    layOutShot({
      shot,
      copy,
      style,
      canvas,
      product,
      picture: photos[shot.id] ?? null,
      language,
      mood,
      measurer,
    }),
  );
}

function checkShots({ storyboard, pictures }: WholeAd, laidOut: readonly LaidOutShot[]): Check[] {
  const cache = createPaintCache(createNodeSurface);
  const found = laidOut.flatMap((shot, index) => {
    const { id, layout } = storyboard.shots[index] ?? { id: '', layout: '' };
    const own = { ...pictures, picture: pictures[id] ?? pictures['picture'] };
    return [
      ...checkLayout(shot, own, createNodeSurface),
      ...checkContrast(shot, own, cache, createNodeSurface),
    ].map(({ kind, words, detail }) => ({ kind, text: `${layout} “${words}” ${detail}` }));
  });
  return Object.entries(KINDS).map(([kind, check]) => {
    const wrong = found.filter((finding) => finding.kind === kind);
    return { check, holds: wrong.length === 0, detail: wrong.map(({ text }) => text).join(' | ') };
  });
}
