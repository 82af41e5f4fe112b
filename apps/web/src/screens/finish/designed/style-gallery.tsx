'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { restyle } from '@spotsmith/motion/restyle';
import { type Storyboard, type StyleId, styleIds } from '@spotsmith/motion/storyboard';
import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { CARD_CANVAS } from '#src/film/film-canvas.ts';
import type { FilmStudio } from '#src/film/open-film.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { useFilm } from '#src/film/use-film.ts';
import { useSettled } from '#src/film/use-settled.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { arrowStep } from './arrow-step.ts';
import { FilmRadio } from './film-radio.tsx';
import type { StoryboardChange } from './use-storyboard.ts';

type GalleryProps = {
  studio: FilmStudio | null;
  storyboard: Storyboard;
  aspectRatio: AspectRatio;
  onChange: StoryboardChange;
};

/** This ad in every style; one press restyles all of it. */
export function StyleGallery({ studio, storyboard: edited, aspectRatio, onChange }: GalleryProps) {
  const { t } = useTranslator();
  const storyboard = useSettled(edited);
  return (
    <section className="flex flex-col gap-3">
      <div
        role="radiogroup"
        aria-label={t('designed.style')}
        className="grid grid-cols-3 gap-3"
        onKeyDown={(event) => arrowStep(event, styleIds.indexOf(edited.style))}
      >
        {styleIds.map((style) => (
          <StyleCard
            key={style}
            style={style}
            studio={studio}
            storyboard={storyboard}
            aspectRatio={aspectRatio}
            onChoose={() => onChange('style', (shown) => restyle(shown, style))}
          />
        ))}
      </div>
      {storyboard.styleReason !== undefined && (
        <p className="text-xs text-quiet">{t('designed.why', { reason: storyboard.styleReason })}</p>
      )}
    </section>
  );
}

type CardProps = Omit<GalleryProps, 'onChange'> & { style: StyleId; onChoose: () => void };

function StyleCard({ style, studio, storyboard, aspectRatio, onChoose }: CardProps) {
  const { t } = useTranslator();
  const isChosen = storyboard.style === style;
  // The opening says most about a style, and one shot is laid out quickly.
  const opening = useMemo(() => {
    const restyled = isChosen ? storyboard : restyle(storyboard, style);
    return { ...restyled, shots: restyled.shots.slice(0, 1) };
  }, [storyboard, style, isChosen]);
  const { opened } = useFilm(studio, opening, CARD_CANVAS[aspectRatio]);
  const name = t(`style.${style}`);
  return (
    <FilmRadio
      name={name}
      isChosen={isChosen}
      aspectRatio={aspectRatio}
      opened={opened}
      frame={settledFrame(opened?.film.shots[0])}
      onChoose={onChoose}
    >
      <span className="flex items-center gap-1 text-xs text-quiet">
        {isChosen && <Check className="size-3.5" />}
        {name}
      </span>
    </FilmRadio>
  );
}
