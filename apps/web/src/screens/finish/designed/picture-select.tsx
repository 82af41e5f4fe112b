'use client';
import { layouts } from '@spotsmith/motion/layouts/layouts';
import type { Shot } from '@spotsmith/motion/storyboard';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Translator } from '#src/i18n/translator.ts';

type PictureSelectProps = {
  label: string;
  shot: Shot;
  hasCutout: boolean;
  pictures: StoryboardAnswer['pictures'];
  onChoose: (part: Pick<Shot, 'picture' | 'layout'>) => void;
};

/** What a shot shows: the cut-out, a photo, an image or a clip; a layout that cannot show it gives way. */
export function PictureSelect({ label, shot, hasCutout, pictures, onChoose }: PictureSelectProps) {
  const { t } = useTranslator();
  const shown = shot.picture.kind === 'product' ? 'product' : shot.picture.assetId;
  const choose = (id: string) => {
    const found = pictures.find(({ asset_id }) => asset_id === id);
    const isProduct = layouts[shot.layout].shows === 'product';
    if (found === undefined)
      return onChoose({ picture: { kind: 'product' }, layout: isProduct ? shot.layout : 'macro' });
    const { kind, asset_id: assetId } = found;
    onChoose({
      picture: kind === 'clip' ? { kind, assetId, inSeconds: 0 } : { kind, assetId },
      layout: isProduct && hasCutout ? (kind === 'clip' ? 'hero-clip' : 'full') : shot.layout,
    });
  };
  return (
    <WordSelect
      aria-label={label}
      words={[...(hasCutout ? ['product'] : []), ...pictures.map(({ asset_id }) => asset_id)]}
      value={shown}
      inWords={(id) => pictureName(t, pictures, id)}
      onChoose={choose}
    />
  );
}

/** What a picture of the ad is called: its kind, counted; the cut-out for anything else. */
export function pictureName(t: Translator['t'], pictures: StoryboardAnswer['pictures'], id: string): string {
  const found = pictures.find(({ asset_id }) => asset_id === id);
  if (found === undefined) return t('picture.product');
  const n = pictures.filter(({ kind }) => kind === found.kind).indexOf(found) + 1;
  return t(`picture.${found.kind}`, { n });
}
