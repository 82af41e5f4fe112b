'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { type ComponentProps, type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { newKey } from '#src/data/call-api.ts';
import type { OpenFilm } from '#src/film/open-film.ts';
import type { Track } from '#src/film/use-track.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { canSplit, moveShot, rollCut, trimShot, trimStart } from '../edit-shots.ts';
import { endPlace, placeBehind } from '../new-shots.ts';
import type { ShotActions } from '../use-shot-actions.ts';
import type { StoryboardChange } from '../use-storyboard.ts';
import { MusicLane } from './music-lane.tsx';
import { AddAtEnd, AddBetween } from './add-places.tsx';
import { ShotFrames } from './shot-frames.tsx';
import { StripJoins } from './strip-joins.tsx';
import { StripRuler } from './strip-ruler.tsx';
import { StripStatus } from './strip-status.tsx';
import { type Edge, type Trim, useStripDrag } from './use-strip-drag.ts';
import { useWidth } from './use-width.ts';

/** A shot of one beat stays wide enough to be pressed. */
const MIN_PX_PER_BEAT = 20;

type FilmStripProps = {
  storyboard: Storyboard;
  /** A small film of the same storyboard, for its pictures. */
  opened: OpenFilm | null;
  track: Track | null;
  /** Where there is no track to show: why. */
  trackSentence: string | null;
  frame: number;
  selected: number;
  actions: ShotActions;
  onSelect: (index: number) => void;
  /** To how a shot becomes the next one. */
  onOpenJoin: (index: number) => void;
  /** To shots that could stand before the one at this place. */
  onAdd: (place: number) => void;
  onScrub: (frame: number) => void;
  onChange: StoryboardChange;
};

/**
 * The whole ad in true proportions of time, with its music. Shots are dragged to another place and by an edge to
 * another length, with Alt the cut alone; by keyboard: arrows choose, Alt and arrows move, `,` and `.` trim the end by
 * half a beat, `<` and `>` the start, A adds a shot behind, S splits, D doubles, J goes to the join, Delete removes.
 */
export function FilmStrip(props: FilmStripProps) {
  const { storyboard, opened, track, trackSentence, frame, selected, actions } = props;
  const { onSelect, onOpenJoin, onAdd, onScrub, onChange } = props;
  const { t, seconds } = useTranslator();
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const { shots, tempoBpm } = storyboard;
  const schedule = scheduleShots(storyboard);
  const beats = shots.map((shot) => shot.beats);
  const totalBeats = beats.reduce((sum, each) => sum + each, 0);
  // What is dragged to and fro ends where it would have at once, and is undone as a whole, however long it took.
  const held = useRef({ storyboard, about: '' });
  const { drag, shotHandlers, edgeHandlers } = useStripDrag({
    beats,
    widthPx: () => strip.current?.clientWidth ?? 1,
    onPress: onSelect,
    onMove: (from, to) => {
      onChange('order', (shown) => moveShot(shown, from, to));
      onSelect(to > from ? to - 1 : to);
    },
    onHold: () => (held.current = { storyboard, about: `drag-${newKey()}` }),
    onTrim: (trim) => onChange(held.current.about, () => trimmed(held.current.storyboard, trim), Infinity),
  });
  const part = (frames: number) => `${(frames / schedule.totalFrames) * 100}%`;
  const beatsOf = (index: number) => shots[index]?.beats ?? 0;
  const trimBy = (step: number) =>
    onChange(`trim-${shots[selected]?.id}`, (shown) => trimShot(shown, selected, beatsOf(selected) + step));
  const trimStartBy = (step: number) =>
    onChange(`trim-${shots[selected]?.id}`, (shown) => trimStart(shown, selected, beatsOf(selected) + step));
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: ({ altKey }) => (altKey ? actions.move(-1) : onSelect(Math.max(0, selected - 1))),
    ArrowRight: ({ altKey }) =>
      altKey ? actions.move(1) : onSelect(Math.min(shots.length - 1, selected + 1)),
    ',': () => trimBy(-0.5),
    '.': () => trimBy(0.5),
    '<': () => trimStartBy(0.5),
    '>': () => trimStartBy(-0.5),
    a: () => onAdd(placeBehind(storyboard, selected)),
    s: () => canSplit(shots[selected]) && actions.split(),
    d: () => actions.duplicate(),
    j: () => selected < shots.length - 1 && onOpenJoin(selected),
    Delete: () => actions.remove(),
  };
  const insertionFrame =
    drag?.kind === 'move' ? (schedule.shots[drag.to]?.startFrame ?? schedule.totalFrames) : null;

  return (
    <div className="flex flex-col">
      {/* Time runs from left to right in every language. */}
      <div
        dir="ltr"
        className="group/strip isolate grid grid-cols-[minmax(0,1fr)_2.75rem] gap-x-2 lg:grid-cols-[3.5rem_minmax(0,1fr)_2.5rem] lg:gap-x-0"
      >
        <div aria-hidden className="flex flex-col pt-6 text-xs text-quiet max-lg:hidden">
          <span className="flex h-18 items-center">{t('designed.shots')}</span>
          <span className="flex h-13 items-center pt-6">{t('strip.lane')}</span>
        </div>
        <div className="overflow-x-auto">
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
            <div className="relative">
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
                        index === selected ? 'z-10' : 'hover:brightness-106',
                        carried !== null && 'z-20 translate-x-(--carried) opacity-80',
                      )}
                      style={{ width: part(frames), '--carried': `${carried ?? 0}px` } as CSSProperties}
                      {...shotHandlers(index)}
                    >
                      <span
                        className={clsx(
                          'block overflow-hidden rounded-sm bg-raised',
                          index === selected && 'ring-2 ring-text',
                        )}
                      >
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
                          <span className="sr-only @min-[5.5rem]:not-sr-only">
                            {' '}
                            {t(`role.${shot.role}`)}{' '}
                          </span>
                        </span>
                        <span className="sr-only @min-[3.5rem]:not-sr-only">{length}</span>
                      </span>
                      {drag !== null && drag.kind !== 'move' && drag.index === index && (
                        <span className="figures absolute -end-2 -top-7 z-30 rounded-control bg-text px-2 py-1 text-xs whitespace-nowrap text-ground">
                          {t('designed.lengthOf', { length, count: shot.beats })}
                        </span>
                      )}
                      {index === selected &&
                        EDGES.map((edge) => (
                          <TrimHandle key={edge} edge={edge} {...edgeHandlers(edge, index)} />
                        ))}
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
              {actions.can.duplicate && (
                <AddBetween
                  cuts={schedule.shots.slice(1).map(({ startFrame }) => startFrame / schedule.totalFrames)}
                  onAdd={onAdd}
                />
              )}
              <StripJoins film={opened?.film ?? null} selected={selected} onOpen={onOpenJoin} />
            </div>
            <MusicLane
              track={track}
              sentence={trackSentence}
              totalFrames={schedule.totalFrames}
              totalBeats={totalBeats}
              cutFrames={schedule.shots.slice(1).map(({ startFrame }) => startFrame)}
              widthPx={width}
              frame={frame}
              onScrub={onScrub}
            />
            <span
              aria-hidden
              className="pointer-events-none absolute inset-y-0 z-30 w-0.5 -translate-x-1/2 bg-text shadow-[0_0_0_1px_var(--ground)]"
              style={{ left: part(frame) }}
            >
              <span className="absolute -start-[5px] top-0 h-3.5 w-3 rounded-t-[3px] bg-text [clip-path:polygon(0_0,100%_0,100%_60%,50%_100%,0_60%)]" />
            </span>
          </div>
        </div>
        <AddAtEnd isPossible={actions.can.duplicate} onAdd={() => onAdd(endPlace(storyboard))} />
      </div>
      <StripStatus n={selected + 1} shot={schedule.shots[selected]} />
    </div>
  );
}

const EDGES: readonly Edge[] = ['start', 'end'];

/** An edge of the selected shot, to be dragged. */
function TrimHandle({ edge, ...handlers }: { edge: Edge } & ComponentProps<'span'>) {
  const isStart = edge === 'start';
  return (
    <span
      aria-hidden
      className={clsx(
        'absolute top-0 z-10 flex h-18 w-5 cursor-ew-resize touch-none',
        isStart ? '-start-2 justify-end' : '-end-2 justify-start',
      )}
      {...handlers}
    >
      <span
        className={clsx(
          'flex h-full w-2.5 items-center justify-center bg-text',
          isStart ? 'rounded-s-sm' : 'rounded-e-sm',
        )}
      >
        <span className="h-5 w-0.5 rounded-full bg-ground" />
      </span>
    </span>
  );
}

/** The ad as it was when the edge was taken hold of, with that edge where it is carried to. */
function trimmed(storyboard: Storyboard, { edge, index, byBeats, isRoll }: Trim): Storyboard {
  const beatsOf = (place: number) => storyboard.shots[place]?.beats ?? 0;
  if (edge === 'end')
    return isRoll
      ? rollCut(storyboard, index + 1, beatsOf(index) + byBeats)
      : trimShot(storyboard, index, beatsOf(index) + byBeats);
  return isRoll
    ? rollCut(storyboard, index, beatsOf(index - 1) + byBeats)
    : trimStart(storyboard, index, beatsOf(index) - byBeats);
}
