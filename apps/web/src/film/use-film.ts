'use client';
import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { useEffect, useState } from 'react';
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
    openFilmStudio(source).then(
      (studio) => isWanted && setOpened({ key, studio, error: null }),
      (cause: unknown) => isWanted && setOpened({ key, studio: null, error: asError(cause) }),
    );
    return () => {
      isWanted = false;
    };
    // The source is as the key says.
  }, [key, isThere]);
  return opened?.key === key ? opened : { studio: null, error: null };
}

/** A film of a storyboard, laid out anew whenever it changes; the last one until then, or when that fails. */
export function useFilm(
  studio: FilmStudio | null,
  storyboard: Storyboard,
  canvas: CanvasSize,
): { opened: OpenFilm | null; error: Error | null } {
  const [opened, setOpened] = useState<OpenFilm | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { width, height } = canvas;
  useEffect(() => {
    if (studio === null) return;
    let isWanted = true;
    studio.open(storyboard, { width, height }).then(
      (film) => {
        if (!isWanted) return;
        setOpened(film);
        setError(null);
      },
      (cause: unknown) => isWanted && setError(asError(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [studio, storyboard, width, height]);
  return { opened, error };
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
