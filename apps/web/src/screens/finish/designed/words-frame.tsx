'use client';
import type { Film } from '@spotsmith/motion/film';
import type { Box } from '@spotsmith/motion/layer';
import { type WordsPlace, wordsGrowth } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { boxOnFilm } from '#src/film/box-on-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { dragged, grown, type Guides } from './place-words.ts';

/** A press that moves less is a click. */
const CLICK_PX = 4;
/** What an arrow key moves and grows by, and with Shift. */
const NUDGE = { step: 0.01, far: 0.05, growth: 1.05 };
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type WordsFrameProps = {
  film: Film;
  /** Around all words of the shot, in frame pixels. */
  box: Box;
  place: WordsPlace;
  onPlace: (place: WordsPlace) => void;
  children: ReactNode;
};

/**
 * Lets the words in it be moved, by dragging any of them or with the arrow keys, and grown at their corner. Lines show
 * what they snap to. Lies over the film at any size.
 */
export function WordsFrame({ film, box, place, onPlace, children }: WordsFrameProps) {
  const { t, percent } = useTranslator();
  const area = useRef<HTMLDivElement>(null);
  const grab = useRef<{ kind: 'move' | 'grow'; x: number; y: number; box: Box; place: WordsPlace } | null>(
    null,
  );
  const [guides, setGuides] = useState<Guides | null>(null);
  const isDragged = guides !== null;

  const onPointerDown = (event: PointerEvent, kind: 'move' | 'grow') => {
    if (event.button !== 0) return;
    grab.current = { kind, x: event.clientX, y: event.clientY, box, place };
  };
  const onPointerMove = (event: PointerEvent) => {
    const start = grab.current;
    const size = area.current?.getBoundingClientRect();
    if (start === null || size === undefined || size.width === 0) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (!isDragged && Math.hypot(dx, dy) < CLICK_PX) return;
    if (!isDragged) area.current?.setPointerCapture(event.pointerId);
    if (start.kind === 'grow') {
      const width = (start.box.width / film.width) * size.width;
      setGuides({ x: null, y: null });
      // The corner goes with the pointer; the words grow about their middle.
      return onPlace(grown(start.place, 1 + (2 * dx) / width));
    }
    const by = { x: dx / size.width, y: dy / size.height };
    const to = dragged(start.box, start.place, by, film);
    setGuides(to.guides);
    onPlace(to.place);
  };
  const onPointerEnd = () => {
    grab.current = null;
    setGuides(null);
  };
  const onArrows = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // The player's arrows go through the film.
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? NUDGE.far : NUDGE.step;
    const [x, y] = [(place.x ?? 0) + way[0] * step, (place.y ?? 0) + way[1] * step];
    onPlace({ ...place, x: Math.max(-1, Math.min(1, x)), y: Math.max(-1, Math.min(1, y)) });
  };
  const onGrow = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPlace(grown(place, way[0] - way[1] > 0 ? NUDGE.growth : 1 / NUDGE.growth));
  };

  return (
    <div
      ref={area}
      className="group absolute inset-0 pointer-events-none touch-none"
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      // A finger is captured by what it touched first; that it is handed on to this is no end.
      onLostPointerCapture={({ target, currentTarget }) => target === currentTarget && onPointerEnd()}
      // What was dragged was not clicked: the film would play.
      onClick={(event) => event.stopPropagation()}
    >
      {guides?.x != null && <Line style={{ left: `${guides.x * 100}%`, top: 0, bottom: 0, width: 1 }} />}
      {guides?.y != null && <Line style={{ top: `${guides.y * 100}%`, left: 0, right: 0, height: 1 }} />}
      <div
        className="contents [&>button]:pointer-events-auto [&>button]:touch-none"
        onPointerDown={(event) => onPointerDown(event, 'move')}
        onKeyDown={onArrows}
      >
        {children}
      </div>
      <span
        className={clsx(
          'absolute outline-1 outline-offset-4 outline-white/80 outline-dashed',
          !isDragged &&
            'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:opacity-100',
        )}
        style={boxOnFilm(film, box)}
      >
        <button
          type="button"
          role="slider"
          aria-label={t('designed.wordsSize')}
          aria-valuemin={wordsGrowth.least * 100}
          aria-valuemax={wordsGrowth.most * 100}
          aria-valuenow={Math.round((place.k ?? 1) * 100)}
          aria-valuetext={percent(Math.round((place.k ?? 1) * 100))}
          title={t('designed.wordsSize')}
          className="pointer-events-auto absolute -end-3.5 -bottom-3.5 size-5 cursor-nwse-resize touch-none rounded-full border-2 border-white bg-black/70"
          onPointerDown={(event) => onPointerDown(event, 'grow')}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={onGrow}
        />
      </span>
    </div>
  );
}

const Line = ({ style }: { style: Record<string, string | number> }) => (
  <span aria-hidden data-guide className="absolute bg-[var(--focus)]" style={style} />
);
