'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { FilmStill } from '#src/film/film-still.tsx';
import type { OpenFilm } from '#src/film/open-film.ts';

type FilmRadioProps = {
  name: string;
  isChosen: boolean;
  aspectRatio: AspectRatio;
  opened: OpenFilm | null;
  /** The frame that shows best what is chosen. */
  frame: number;
  onChoose: () => void;
  /** Under the picture. */
  children?: ReactNode;
};

/** One of several pictures of this ad to choose from; its group moves the focus (see `arrowStep`). */
export function FilmRadio(props: FilmRadioProps) {
  const { name, isChosen, aspectRatio, opened, frame, onChoose, children } = props;
  const [width = 1, height = 1] = aspectRatio.split(':').map(Number);
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={name}
      title={name}
      tabIndex={isChosen ? 0 : -1}
      onClick={onChoose}
      className="group flex flex-col gap-1.5 text-start"
    >
      <span
        className={clsx(
          'block w-full overflow-hidden rounded-sm bg-raised ring-offset-2 ring-offset-surface',
          isChosen ? 'ring-2 ring-text' : 'group-hover:ring-1 group-hover:ring-edge',
        )}
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <FilmStill opened={opened} frame={frame} label={name} />
      </span>
      {children}
    </button>
  );
}
