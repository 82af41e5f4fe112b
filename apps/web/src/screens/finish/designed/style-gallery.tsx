'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { restyle } from '@spotsmith/motion/restyle';
import { type Storyboard, type StyleId, styleIds } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { CARD_CANVAS } from '#src/film/film-canvas.ts';
import { FilmStill } from '#src/film/film-still.tsx';
import type { FilmStudio } from '#src/film/open-film.ts';
import { useFilm } from '#src/film/use-film.ts';
import { useSettled } from '#src/film/use-settled.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { arrowStep } from './arrow-step.ts';
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
  const [width = 1, height = 1] = aspectRatio.split(':').map(Number);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={name}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
      className="group flex flex-col gap-1.5 text-start"
    >
      <span
        className={clsx(
          'relative block w-full overflow-hidden rounded-sm bg-raised ring-offset-2 ring-offset-surface',
          isChosen ? 'ring-2 ring-text' : 'group-hover:ring-1 group-hover:ring-edge',
        )}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <FilmStill
          opened={opened}
          frame={Math.max(0, Math.floor((opened?.film.totalFrames ?? 1) * 0.8))}
          label={t('designed.inStyle', { style: name })}
        />
      </span>
      <span className="flex items-center gap-1 text-xs text-quiet">
        {isChosen && <Check className="size-3.5" />}
        {name}
      </span>
    </button>
  );
}
