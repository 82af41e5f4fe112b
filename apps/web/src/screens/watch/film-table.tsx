'use client';
import { clsx } from 'clsx';
import { Maximize, Volume2, VolumeX } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { type Flag, frameOf, ScrubBar } from './scrub-bar.tsx';
import type { Playback } from './use-playback.ts';
import { framesPerSecond } from '@spotsmith/motion/film';

export type WatchedFilm = {
  id: string;
  url: string;
  poster: string | null;
  width: number;
  height: number;
  label: string;
  /** Above it. */
  caption?: ReactNode;
};

type FilmTableProps = {
  films: readonly WatchedFilm[];
  playback: Playback;
  flags?: readonly Flag[];
  selected?: string | null;
  onFlag?: (flag: Flag) => void;
  /** The one that is heard. */
  heard?: number;
  /** In the bar, before sound and full screen. */
  tools?: ReactNode;
  className?: string;
};

/** Films side by side over one bar. Space plays, arrows go by a frame, M mutes, F fills the screen. */
export function FilmTable(props: FilmTableProps) {
  const { films, playback, flags = [], selected = null, onFlag, heard = 0, tools, className } = props;
  const { t } = useTranslator();
  const table = useRef<HTMLDivElement>(null);
  const [isMuted, setMuted] = useState(false);
  const step = (frames: number) => {
    playback.pause();
    playback.seek((frameOf(playback.seconds) + frames) / framesPerSecond);
  };
  const fill = () =>
    void (document.fullscreenElement === null
      ? table.current?.requestFullscreen()
      : document.exitFullscreen());
  const keys: Record<string, () => void> = {
    ' ': playback.toggle,
    k: playback.pause,
    m: () => setMuted((now) => !now),
    f: fill,
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    // A button is pressed with Space.
    if (event.key === ' ' && event.target instanceof Element && event.target.closest('button') !== null)
      return;
    event.preventDefault();
    act();
  };
  return (
    <div ref={table} className={clsx('flex min-h-0 flex-col bg-stage', className)} onKeyDown={onKeyDown}>
      <div
        role="application"
        tabIndex={0}
        aria-label={t('film.player')}
        onClick={playback.toggle}
        className={clsx(
          'flex min-h-0 flex-1 items-center justify-center gap-3 p-3 outline-offset-[-2px]! sm:gap-8 sm:p-6',
          // On a phone, wide films stand below each other.
          films.every(({ width, height }) => width > height) && 'max-sm:flex-col',
        )}
      >
        {films.map((film, index) => (
          <figure
            key={film.id}
            className="flex h-full min-h-0 min-w-0 flex-col max-sm:w-full items-center justify-center gap-2"
            style={{ flexGrow: film.width / film.height, flexBasis: 0 }}
          >
            {film.caption !== undefined && (
              <figcaption className="flex w-full items-center justify-between gap-2 text-xs">
                {film.caption}
              </figcaption>
            )}
            <video
              ref={playback.attach(index)}
              src={film.url}
              {...(film.poster === null ? {} : { poster: film.poster })}
              width={film.width}
              height={film.height}
              muted={isMuted || index !== heard}
              playsInline
              preload={films.length > 1 ? 'auto' : 'metadata'}
              aria-label={film.label}
              className="h-auto max-h-full min-h-0 w-auto max-w-full rounded-[4px] bg-black"
            />
          </figure>
        ))}
      </div>
      <div className="border-t">
        <ScrubBar
          playback={playback}
          flags={flags}
          selected={selected}
          {...(onFlag === undefined ? {} : { onFlag })}
        >
          {tools}
          <span className="flex max-sm:hidden">
            <IconButton
              label={t('film.mute')}
              shortcut="M"
              aria-pressed={isMuted}
              onClick={() => setMuted((now) => !now)}
            >
              {isMuted ? <VolumeX /> : <Volume2 />}
            </IconButton>
            <IconButton label={t('watch.fill')} shortcut="F" onClick={fill}>
              <Maximize />
            </IconButton>
          </span>
        </ScrubBar>
      </div>
    </div>
  );
}
