'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { type LayoutId, type Shot, type Storyboard } from '@spotsmith/motion/storyboard';
import { useMemo } from 'react';
import { CARD_CANVAS } from '#src/film/film-canvas.ts';
import type { FilmStudio } from '#src/film/open-film.ts';
import { useFilm } from '#src/film/use-film.ts';
import { useSettled } from '#src/film/use-settled.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { arrowStep } from './arrow-step.ts';
import { FilmRadio } from './film-radio.tsx';

type GalleryProps = {
  studio: FilmStudio | null;
  storyboard: Storyboard;
  shot: Shot;
  /** Those that can show the shot's picture. */
  layouts: readonly LayoutId[];
  aspectRatio: AspectRatio;
  onChoose: (layout: LayoutId) => void;
};

/** This very shot in every layout that can show its picture. */
export function LayoutGallery({ storyboard: edited, shot, layouts, onChoose, ...shared }: GalleryProps) {
  const { t } = useTranslator();
  const storyboard = useSettled(edited);
  return (
    <div
      role="radiogroup"
      aria-label={t('designed.layout')}
      className="grid grid-cols-4 gap-2"
      onKeyDown={(event) => arrowStep(event, layouts.indexOf(shot.layout))}
    >
      {layouts.map((layout) => (
        <LayoutCard
          key={layout}
          layout={layout}
          isChosen={layout === shot.layout}
          storyboard={storyboard}
          shotId={shot.id}
          onChoose={() => onChoose(layout)}
          {...shared}
        />
      ))}
    </div>
  );
}

type CardProps = Pick<GalleryProps, 'studio' | 'storyboard' | 'aspectRatio'> & {
  layout: LayoutId;
  shotId: string;
  isChosen: boolean;
  onChoose: () => void;
};

function LayoutCard({ layout, shotId, isChosen, studio, storyboard, aspectRatio, onChoose }: CardProps) {
  const { t } = useTranslator();
  const alone = useMemo(() => {
    const shot = storyboard.shots.find(({ id }) => id === shotId) ?? storyboard.shots[0];
    return shot === undefined ? storyboard : { ...storyboard, shots: [{ ...shot, layout }] };
  }, [storyboard, shotId, layout]);
  const { opened } = useFilm(studio, alone, CARD_CANVAS[aspectRatio]);
  return (
    <FilmRadio
      name={t(`layout.${layout}`)}
      isChosen={isChosen}
      aspectRatio={aspectRatio}
      opened={opened}
      frame={settledFrame(opened?.film.shots[0])}
      onChoose={onChoose}
    />
  );
}
