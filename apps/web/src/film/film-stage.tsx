'use client';
import { drawFrame } from '@spotsmith/motion/draw-frame';
import { clsx } from 'clsx';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { surfaceOf } from './browser-canvas.ts';
import type { OpenFilm } from './open-film.ts';
import { SafeZone } from './safe-zone.tsx';
import { timecode } from './timecode.ts';

/** What stands on the player's table: a film on one canvas. */
export interface StagedFilm {
  /** As it is ordered: 9:16. */
  name: string;
  /** In pixels of what is drawn here; known before the film is. */
  width: number;
  height: number;
  opened: OpenFilm | null;
}

type FilmStageProps = {
  films: readonly StagedFilm[];
  frame: number;
  /** Counts up when the same frame looks otherwise: a clip has come to its place. */
  arrivals: number;
  /** Before any of them is drawn. */
  onDraw: () => void;
  isZoneShown: boolean;
  /** The one that is edited, where there are several. */
  active: string;
  /** What is not as it will be in the film, in words; null when nothing is missing. */
  note: string | null;
  /** Lies over the active film, as large as it is shown. */
  overlay?: ReactNode;
};

/** Films side by side, equally high and as large as they fit, all at the same frame. */
export function FilmStage(props: FilmStageProps) {
  const { films, frame, arrivals, onDraw, isZoneShown, active, note, overlay } = props;
  const { t } = useTranslator();
  const canvases = useRef(new Map<string, HTMLCanvasElement>());
  useEffect(() => {
    onDraw();
    for (const { name, opened } of films) {
      const canvas = canvases.current.get(name);
      if (canvas === undefined || opened === null) continue;
      drawFrame(surfaceOf(canvas).context, opened.drawing, Math.min(frame, opened.film.totalFrames - 1));
    }
  }, [films, frame, arrivals, onDraw]);
  const isOne = films.length === 1;
  return (
    <div
      className={clsx(
        '[container-type:size] flex size-full items-center gap-8',
        // The middle where there is room, the start where there is not.
        isOne ? 'justify-center' : 'overflow-x-auto [&>:first-child]:ms-auto [&>:last-child]:me-auto',
      )}
    >
      {films.map(({ name, width, height, opened }) => {
        const ratio = width / height;
        return (
          <figure
            key={name}
            data-film={name}
            className="flex flex-col gap-2"
            style={{
              flex: `${ratio} 1 0`,
              // A caption of 24 px stands over each of several.
              maxWidth: `calc((100cqh - ${isOne ? 0 : 24}px) * ${ratio})`,
              minWidth: isOne ? undefined : `${LOWEST_PX * ratio}px`,
            }}
          >
            {!isOne && (
              <figcaption className="figures flex h-4 items-center gap-2 text-xs">
                <span
                  aria-hidden
                  className="h-3 rounded-[2px] border border-text"
                  style={{ aspectRatio: ratio }}
                />
                <span className="font-semibold">{name}</span>
                <span className="ms-auto truncate text-quiet">
                  {width * 2} × {height * 2}
                </span>
              </figcaption>
            )}
            <span
              className={clsx(
                'relative block [container-type:inline-size]',
                !isOne && name === active && 'rounded-sm ring-1 ring-edge ring-offset-2 ring-offset-stage',
              )}
            >
              <canvas
                ref={(canvas) => {
                  if (canvas === null) canvases.current.delete(name);
                  else canvases.current.set(name, canvas);
                }}
                role="img"
                aria-label={
                  isOne
                    ? t('film.frame', { time: timecode(frame) })
                    : t('film.frameOf', { format: name, time: timecode(frame) })
                }
                width={width}
                height={height}
                className="block w-full rounded-sm"
              />
              {isZoneShown && opened !== null && <SafeZone canvas={opened.film} />}
              {note !== null && (
                <span className="absolute start-2 bottom-2 max-w-[calc(100%-1rem)] truncate rounded bg-black/75 px-2 py-1 text-xs text-white">
                  {note}
                </span>
              )}
              {name === active && overlay}
            </span>
          </figure>
        );
      })}
    </div>
  );
}

/** Smaller than this a film says nothing; the row scrolls instead. */
const LOWEST_PX = 200;
