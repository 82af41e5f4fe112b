'use client';
import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { useEffect, useMemo, useState } from 'react';
import { type FilmPictures, type FilmStudio, type OpenFilm, openFilmStudio } from './open-film.ts';

/** What films of an ad share; null while it loads. `key` says when pictures are others: their addresses change all the time. */
export function useFilmStudio(
  source: FilmPictures | null,
  key: string,
): { studio: FilmStudio | null; error: Error | null } {
  const [opened, setOpened] = useState<{
    key: string;
    studio: FilmStudio | null;
    error: Error | null;
  } | null>(null);
  const isThere = source !== null;
  useEffect(() => {
    if (source === null) return;
    let isWanted = true;
    let made: FilmStudio | null = null;
    openFilmStudio(source).then(
      (studio) => {
        if (!isWanted) return studio.close();
        made = studio;
        setOpened({ key, studio, error: null });
      },
      (cause: unknown) => isWanted && setOpened({ key, studio: null, error: asError(cause) }),
    );
    return () => {
      isWanted = false;
      made?.close();
    };
    // The source is as the key says.
  }, [key, isThere]);
  return opened?.key === key ? opened : { studio: null, error: null };
}

/** A film of a storyboard, laid out anew whenever it changes; the last one until then, or when that fails. */
export function useFilm(
  studio: FilmStudio | null,
  storyboard: Storyboard,
  { width, height }: CanvasSize,
): { opened: OpenFilm | null; error: Error | null } {
  const canvases = useMemo(() => [{ width, height }], [width, height]);
  const { opened, error } = useFilms(studio, storyboard, canvases);
  return { opened: opened[0] ?? null, error };
}

/** Films of one storyboard on several canvases (the same list until it is another), always all of the same state of it. */
export function useFilms(
  studio: FilmStudio | null,
  storyboard: Storyboard,
  canvases: readonly CanvasSize[],
): { opened: readonly OpenFilm[]; error: Error | null } {
  const [opened, setOpened] = useState<readonly OpenFilm[]>([]);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (studio === null) return;
    let isWanted = true;
    Promise.all(canvases.map((canvas) => studio.open(storyboard, canvas))).then(
      (films) => {
        if (!isWanted) return;
        setOpened(films);
        setError(null);
      },
      (cause: unknown) => isWanted && setError(asError(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [studio, storyboard, canvases]);
  return { opened, error };
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
