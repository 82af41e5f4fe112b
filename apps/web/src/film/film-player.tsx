'use client';
import { warmNextShot } from '@spotsmith/motion/draw-frame';
import { framesPerSecond, shotAt } from '@spotsmith/motion/film';
import { Pause, Play, Repeat, ScanLine, SkipBack, SkipForward, Volume2, VolumeX } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { usePageCommands } from '#src/components/shell/page-commands.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { FilmStage, type StagedFilm } from './film-stage.tsx';
import { frameKeys } from './frame-keys.ts';
import { timecode } from './timecode.ts';
import { useClipVideos } from './use-clip-videos.ts';
import { type PlayedSound, useFilmSound } from './use-film-sound.ts';

type FilmPlayerProps = {
  /** One, or all formats of the ad side by side. */
  films: readonly StagedFilm[];
  /** The format that is edited. */
  active: string;
  /** What is shown otherwise than it will be in the film; null: nothing. */
  note?: string | null;
  /** Of the film as it is now, while it is still being laid out, too. */
  totalFrames: number;
  frame: number;
  onFrame: (frame: number) => void;
  sound?: PlayedSound | null;
  /** A format was pressed on. */
  onActive: (name: string) => void;
  /** Over the format that is edited, while the film stands. */
  overlay?: ReactNode;
  /** More keys of what stands around the player. */
  keys?: Readonly<Record<string, () => void>>;
  /** Beside the transport, at its start: what is done to what is shown. */
  tools?: ReactNode;
};

/**
 * Plays an ad as it will be. Space plays, J K L shuttle, arrows go by a frame (with Shift by ten) and from cut to cut,
 * R loops the shot, Z shows where platforms keep words clear, M mutes.
 */
export function FilmPlayer(props: FilmPlayerProps) {
  const { films, active, note = null, totalFrames, frame, onFrame, sound = null, tools } = props;
  const { onActive, overlay, keys: more } = props;
  const { t } = useTranslator();
  const [speed, setSpeed] = useState(0);
  const [isLooping, setLooping] = useState(false);
  const [isZoneShown, setZoneShown] = useState(false);
  const [isMuted, setMuted] = useState(false);
  useFilmSound(isMuted ? null : sound, speed === 1, frame);
  const at = useRef(frame);
  at.current = frame;
  const last = totalFrames - 1;

  const opened = films[0]?.opened ?? null;
  const openFilms = useMemo(() => films.flatMap((film) => film.opened ?? []), [films]);
  const { present, arrivals } = useClipVideos(openFilms, frame, speed === 1);

  useEffect(() => {
    if (speed === 0 || opened === null) return;
    const { film } = opened;
    let startedAt = performance.now();
    let from = at.current;
    let request = requestAnimationFrame(function step(now) {
      const range = isLooping ? shotRange(film.shots[shotAt(film, from)]) : { first: 0, last };
      let next = from + Math.trunc(((now - startedAt) / 1000) * framesPerSecond * speed);
      if (next > range.last || next < range.first) {
        [from, startedAt] = [speed > 0 ? range.first : range.last, now];
        next = from;
      }
      if (next !== at.current) onFrame(next);
      for (const { drawing } of openFilms) warmNextShot(drawing, next);
      request = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(request);
  }, [speed, opened, openFilms, isLooping, last, onFrame]);

  const go = (to: number) => onFrame(Math.max(0, Math.min(last, to)));
  const goToCut = (step: 1 | -1) => {
    const cuts = opened?.film.shots.map(({ startFrame }) => startFrame) ?? [];
    go(step > 0 ? (cuts.find((cut) => cut > frame) ?? last) : (cuts.findLast((cut) => cut < frame) ?? 0));
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ...more,
    ' ': () => setSpeed((now) => (now === 0 ? 1 : 0)),
    k: () => setSpeed(0),
    l: () => setSpeed((now) => (now >= 1 ? 2 : 1)),
    j: () => setSpeed((now) => (now <= -1 ? -2 : -1)),
    r: () => setLooping((now) => !now),
    z: () => setZoneShown((now) => !now),
    m: () => setMuted((now) => !now),
    ...frameKeys(frame, last, go),
    ArrowUp: () => goToCut(-1),
    ArrowDown: () => goToCut(1),
  };

  usePageCommands([
    {
      id: 'play',
      label: t(speed === 0 ? 'film.play' : 'film.pause'),
      icon: speed === 0 ? Play : Pause,
      shortcut: 'Space',
      run: () => setSpeed((now) => (now === 0 ? 1 : 0)),
    },
    {
      id: 'loop',
      label: t('film.loop'),
      icon: Repeat,
      shortcut: 'R',
      run: () => setLooping((now) => !now),
    },
    {
      id: 'zone',
      label: t('film.safeZone'),
      icon: ScanLine,
      shortcut: 'Z',
      run: () => setZoneShown((now) => !now),
    },
  ]);

  return (
    <div className="flex flex-col gap-2">
      <div
        role="application"
        tabIndex={0}
        aria-label={t('film.player')}
        className="flex h-[34dvh] items-center justify-center rounded-media bg-stage p-3 lg:h-[max(16rem,calc(100dvh-32.5rem))]"
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          act(event);
        }}
        onClick={({ target }) => {
          const name =
            target instanceof Element ? target.closest('[data-film]')?.getAttribute('data-film') : null;
          if (name != null && name !== active) return onActive(name);
          setSpeed((now) => (now === 0 ? 1 : 0));
        }}
      >
        <FilmStage
          films={films}
          frame={frame}
          arrivals={arrivals}
          onDraw={present}
          isZoneShown={isZoneShown}
          active={active}
          note={note}
          overlay={speed === 0 ? overlay : null}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        {/* On a phone what plays is one row, what edits the next. */}
        <div className="flex items-center max-sm:order-last">{tools}</div>
        <div className="flex items-center sm:gap-1">
          <IconButton label={t('film.previousCut')} shortcut="↑" onClick={() => goToCut(-1)}>
            <SkipBack />
          </IconButton>
          <IconButton
            label={t(speed === 0 ? 'film.play' : 'film.pause')}
            shortcut="Space"
            disabled={opened === null}
            onClick={() => setSpeed((now) => (now === 0 ? 1 : 0))}
          >
            {speed === 0 ? <Play /> : <Pause />}
          </IconButton>
          <IconButton label={t('film.nextCut')} shortcut="↓" onClick={() => goToCut(1)}>
            <SkipForward />
          </IconButton>
          <span className="figures w-16 text-end text-sm">{timecode(Math.min(frame, last))}</span>
          <span className="figures w-16 text-sm text-quiet max-sm:hidden">/ {timecode(totalFrames)}</span>
        </div>
        <div className="flex items-center">
          {sound !== null && (
            <IconButton
              label={t('film.mute')}
              shortcut="M"
              aria-pressed={isMuted}
              onClick={() => setMuted((now) => !now)}
            >
              {isMuted ? <VolumeX /> : <Volume2 />}
            </IconButton>
          )}
          <IconButton
            label={t('film.safeZone')}
            shortcut="Z"
            aria-pressed={isZoneShown}
            look={isZoneShown ? 'secondary' : 'quiet'}
            onClick={() => setZoneShown((now) => !now)}
          >
            <ScanLine />
          </IconButton>
          <IconButton
            label={t('film.loop')}
            shortcut="R"
            aria-pressed={isLooping}
            look={isLooping ? 'secondary' : 'quiet'}
            onClick={() => setLooping((now) => !now)}
          >
            <Repeat />
          </IconButton>
        </div>
      </div>
    </div>
  );
}

function shotRange(shot: { startFrame: number; frames: number } | undefined): {
  first: number;
  last: number;
} {
  if (shot === undefined) return { first: 0, last: 0 };
  return { first: shot.startFrame, last: shot.startFrame + shot.frames - 1 };
}
