'use client';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { displayFace } from './display-fonts.ts';
import type { TextStyle } from './finish-draft.ts';

type Place = Pick<TextStyle, 'x' | 'y'>;
type MovableTitleProps = {
  text: string;
  label: string;
  font: string;
  style: TextStyle;
  onMove: (place: Place) => void;
};

const NUDGE = 0.01;

/** A line of the ad's text on a frame, to be dragged or moved with the arrow keys. */
export function MovableTitle({ text, label, font, style, onMove }: MovableTitleProps) {
  const { t } = useTranslator();
  const grip = useRef<{ x: number; y: number } | null>(null);
  if (text.trim() === '') return null;

  const move = (x: number, y: number) =>
    onMove({ x: Math.round(clamp(x) * 1000) / 1000, y: Math.round(clamp(y) * 1000) / 1000 });
  const fractionOf = (event: PointerEvent<HTMLElement>) => {
    const canvas = event.currentTarget.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: (event.clientX - canvas.left) / canvas.width,
      y: (event.clientY - canvas.top) / canvas.height,
    };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = fractionOf(event);
    grip.current = { x: at.x - style.x, y: at.y - style.y };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (grip.current === null) return;
    const at = fractionOf(event);
    move(at.x - grip.current.x, at.y - grip.current.y);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = {
      ArrowLeft: [-NUDGE, 0],
      ArrowRight: [NUDGE, 0],
      ArrowUp: [0, -NUDGE],
      ArrowDown: [0, NUDGE],
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [dx = 0, dy = 0] = by;
    move(style.x + dx, style.y + dy);
  };

  return (
    <button
      type="button"
      aria-label={`${text}. ${t('finish.moveText', { label })}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
      dir="auto"
      className="absolute max-w-[88%] -translate-x-1/2 -translate-y-1/2 cursor-move touch-none text-center leading-tight text-balance [text-shadow:0_0.04em_0.25em_rgb(0_0_0/0.55)]"
      style={{
        ...displayFace(font),
        left: `${style.x * 100}%`,
        top: `${style.y * 100}%`,
        color: style.color,
        width: 'max-content',
        fontSize: `${(style.fontSize / 1080) * 100}cqmin`,
      }}
    >
      {text}
    </button>
  );
}

function clamp(fraction: number): number {
  return Math.min(0.98, Math.max(0.02, fraction));
}
