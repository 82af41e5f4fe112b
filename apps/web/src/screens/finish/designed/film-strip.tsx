'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import type { OpenFilm } from '#src/film/open-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { canSplit, moveShot, trimShot } from './edit-shots.ts';
import { ShotFrames } from './shot-frames.tsx';
import { StripRuler } from './strip-ruler.tsx';
import { useStripDrag } from './use-strip-drag.ts';
import type { ShotActions } from './use-shot-actions.ts';
import type { StoryboardChange } from './use-storyboard.ts';
import { useWidth } from './use-width.ts';

/** A shot of one beat stays wide enough to be pressed. */
const MIN_PX_PER_BEAT = 20;

type FilmStripProps = {
  storyboard: Storyboard;
  /** A small film of the same storyboard, for its pictures. */
  opened: OpenFilm | null;
  frame: number;
  selected: number;
  actions: ShotActions;
  onSelect: (index: number) => void;
  onScrub: (frame: number) => void;
  onChange: StoryboardChange;
};

/**
 * The whole ad in true proportions of time. Shots are dragged to another place and by their edge to another length;
 * by keyboard: arrows choose, Alt and arrows move, `,` and `.` trim by half a beat, S splits, D doubles, Delete removes.
 */
export function FilmStrip(props: FilmStripProps) {
  const { storyboard, opened, frame, selected, actions, onSelect, onScrub, onChange } = props;
  const { t, seconds } = useTranslator();
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const { shots, tempoBpm } = storyboard;
  const schedule = scheduleShots(storyboard);
  const beats = shots.map((shot) => shot.beats);
  const totalBeats = beats.reduce((sum, each) => sum + each, 0);
  const { drag, shotHandlers, edgeHandlers } = useStripDrag({
    beats,
    widthPx: () => strip.current?.clientWidth ?? 1,
    onPress: onSelect,
    onMove: (from, to) => {
      onChange('order', (shown) => moveShot(shown, from, to));
      onSelect(to > from ? to - 1 : to);
    },
    onTrim: (index, length) =>
      onChange(`trim-${shots[index]?.id}`, (shown) => trimShot(shown, index, length)),
  });
  const part = (frames: number) => `${(frames / schedule.totalFrames) * 100}%`;
  const beatsOf = (index: number) => shots[index]?.beats ?? 0;
  const trimBy = (step: number) =>
    onChange(`trim-${shots[selected]?.id}`, (shown) => trimShot(shown, selected, beatsOf(selected) + step));
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: ({ altKey }) => (altKey ? actions.move(-1) : onSelect(Math.max(0, selected - 1))),
    ArrowRight: ({ altKey }) =>
      altKey ? actions.move(1) : onSelect(Math.min(shots.length - 1, selected + 1)),
    ',': () => trimBy(-0.5),
    '.': () => trimBy(0.5),
    s: () => canSplit(shots[selected]) && actions.split(),
    d: () => actions.duplicate(),
    Delete: () => actions.remove(),
  };
  const insertionFrame =
    drag?.kind === 'move' ? (schedule.shots[drag.to]?.startFrame ?? schedule.totalFrames) : null;

  return (
    // Time runs from left to right in every language.
    <div dir="ltr" className="overflow-x-auto pb-1">
      <div
        ref={strip}
        className="relative min-w-full select-none"
        style={{ width: `max(100%, ${Math.ceil(totalBeats * MIN_PX_PER_BEAT)}px)` }}
      >
        <StripRuler
          totalFrames={schedule.totalFrames}
          pxPerSecond={(width * framesPerSecond) / schedule.totalFrames}
          frame={frame}
          onScrub={onScrub}
        />
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t('designed.shots')}
          aria-orientation="horizontal"
          aria-activedescendant={`shot-${shots[selected]?.id}`}
          className="relative flex h-24 gap-px rounded-sm focus-visible:outline-2 focus-visible:outline-offset-2"
          onKeyDown={(event) => {
            const act = keys[event.key];
            if (act === undefined || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            act(event);
          }}
        >
          {shots.map((shot, index) => {
            const frames = schedule.shots[index]?.frames ?? 0;
            const carried = drag?.kind === 'move' && drag.index === index ? drag.byPx : null;
            const length = seconds((shot.beats * 60) / tempoBpm);
            return (
              <div
                key={shot.id}
                id={`shot-${shot.id}`}
                role="option"
                aria-selected={index === selected}
                className={clsx(
                  '@container relative cursor-pointer rounded-sm',
                  index === selected ? 'z-10 ring-2 ring-text' : 'hover:brightness-110',
                  carried !== null && 'z-20 translate-x-(--carried) opacity-80',
                )}
                style={{ width: part(frames), '--carried': `${carried ?? 0}px` } as CSSProperties}
                {...shotHandlers(index)}
              >
                <span className="block overflow-hidden rounded-sm bg-raised">
                  <ShotFrames
                    opened={opened}
                    index={index}
                    widthPx={(width * frames) / schedule.totalFrames}
                  />
                </span>
                <span className="figures flex h-6 items-center justify-between gap-1 overflow-hidden px-1 text-xs text-quiet">
                  <span className="truncate">
                    <span className="sr-only">{t('designed.shotTools', { n: index + 1 })} </span>
                    <span aria-hidden className="text-text">
                      {index + 1}
                    </span>
                    <span className="sr-only @min-[5.5rem]:not-sr-only"> {t(`role.${shot.role}`)} </span>
                  </span>
                  <span className="sr-only @min-[3.5rem]:not-sr-only">{length}</span>
                </span>
                {index === selected && (
                  <span
                    aria-hidden
                    className="absolute -end-1 top-0 flex h-18 w-4 cursor-ew-resize touch-none items-center justify-center"
                    {...edgeHandlers(index)}
                  >
                    <span className="h-8 w-1 rounded-full bg-text shadow-float" />
                  </span>
                )}
              </div>
            );
          })}
          {insertionFrame !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute inset-y-0 z-30 w-0.5 bg-text"
              style={{ left: part(insertionFrame) }}
            />
          )}
        </div>
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 z-20 w-0.5 -translate-x-1/2 bg-white mix-blend-difference"
          style={{ left: part(frame) }}
        />
      </div>
    </div>
  );
}
