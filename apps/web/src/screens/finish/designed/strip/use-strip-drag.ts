'use client';
import { type PointerEvent, useRef, useState } from 'react';

/** A press becomes a drag after so many pixels. */
const DRAG_PX = 6;

export type StripDrag =
  | { kind: 'move'; index: number; byPx: number; to: number }
  | { kind: Edge; index: number };

/** Which end of a shot is held. */
export type Edge = 'start' | 'end';

/** A shot's edge that was carried so many beats from where it was pressed; a roll moves the cut alone. */
export type Trim = { edge: Edge; index: number; byBeats: number; isRoll: boolean };

interface Press {
  kind: StripDrag['kind'];
  index: number;
  fromX: number;
  pxPerBeat: number;
}

type StripDragOptions = {
  /** Beats of each shot, in order. */
  beats: readonly number[];
  /** Width of the whole strip. */
  widthPx: () => number;
  onPress: (index: number) => void;
  onMove: (from: number, to: number) => void;
  /** An edge is held: what follows is told against the ad as it is now. */
  onHold: () => void;
  onTrim: (trim: Trim) => void;
};

/** Which place a shot falls into when its middle is carried by so many pixels: before which shot it then stands. */
function placeAfter(beats: readonly number[], index: number, byBeats: number): number {
  const starts = beats.map((_, place) => beats.slice(0, place).reduce((sum, each) => sum + each, 0));
  const middleOf = (place: number) => (starts[place] ?? 0) + (beats[place] ?? 0) / 2;
  const middle = middleOf(index) + byBeats;
  const next = beats.findIndex((_, place) => place !== index && middleOf(place) > middle);
  return next < 0 ? beats.length : next;
}

/**
 * Dragging in the strip with mouse or pen: a shot to another place, one of its edges to another length. A finger scrolls
 * instead; it has the buttons.
 */
export function useStripDrag({ beats, widthPx, onPress, onMove, onHold, onTrim }: StripDragOptions) {
  const press = useRef<Press | null>(null);
  const [drag, setDrag] = useState<StripDrag | null>(null);
  const start = (kind: StripDrag['kind'], index: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (event.pointerType === 'touch' && kind === 'move')) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    // Trimming changes the scale; the pointer keeps the one it began with.
    const pxPerBeat = widthPx() / beats.reduce((sum, each) => sum + each, 0);
    press.current = { kind, index, fromX: event.clientX, pxPerBeat };
    if (kind !== 'move') onHold();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    if (held === null) return;
    const byPx = event.clientX - held.fromX;
    if (drag === null && Math.abs(byPx) < DRAG_PX) return;
    if (held.kind !== 'move') {
      setDrag({ kind: held.kind, index: held.index });
      const byBeats = byPx / held.pxPerBeat;
      onTrim({ edge: held.kind, index: held.index, byBeats, isRoll: event.altKey });
    } else {
      setDrag({
        kind: 'move',
        index: held.index,
        byPx,
        to: placeAfter(beats, held.index, byPx / held.pxPerBeat),
      });
    }
  };
  const end = () => {
    press.current = null;
    setDrag(null);
  };
  const onPointerUp = () => {
    const held = press.current;
    if (held !== null && drag === null) onPress(held.index);
    if (drag?.kind === 'move' && drag.to !== drag.index && drag.to !== drag.index + 1) {
      onMove(drag.index, drag.to);
    }
    end();
  };
  const handlers = { onPointerMove, onPointerUp, onPointerCancel: end };
  return {
    drag,
    shotHandlers: (index: number) => ({ onPointerDown: start('move', index), ...handlers }),
    edgeHandlers: (edge: Edge, index: number) => ({ onPointerDown: start(edge, index), ...handlers }),
  };
}
