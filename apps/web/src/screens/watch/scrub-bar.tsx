'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { clsx } from 'clsx';
import { Pause, Play } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { timecode } from '#src/film/timecode.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Playback } from './use-playback.ts';

/** A mark on the bar: somebody said something there. */
export type Flag = { id: string; seconds: number; initial: string; label: string; isDone: boolean };

type ScrubBarProps = {
  playback: Playback;
  flags?: readonly Flag[];
  selected?: string | null;
  onFlag?: (flag: Flag) => void;
  /** At its end: sound, full screen. */
  children?: ReactNode;
};

/** Flags of one moment lie like cards in a hand. */
const FAN_PX = 13;
const BESIDE = 0.015;
const isBeside = (one: Flag, other: Flag, total: number) =>
  Math.abs(one.seconds - other.seconds) < total * BESIDE;

export const frameOf = (seconds: number) => Math.round(seconds * framesPerSecond);

/** Play, where it is, and the whole length to go anywhere in. Arrows on the bar go by a frame, with Shift by a second. */
export function ScrubBar({ playback, flags = [], selected = null, onFlag, children }: ScrubBarProps) {
  const { t } = useTranslator();
  const { seconds, total, isPlaying } = playback;
  const share = (at: number) => `${total === 0 ? 0 : Math.min(100, (at / total) * 100)}%`;
  const goTo = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    playback.pause();
    playback.seek(((clientX - left) / width) * total);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 1 : 1 / framesPerSecond;
    const to = { ArrowRight: seconds + step, ArrowLeft: seconds - step, Home: 0, End: total }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    playback.pause();
    playback.seek(to);
  };
  return (
    <div className="flex items-center gap-3 px-4 py-2 sm:gap-4">
      <button
        type="button"
        aria-label={t(isPlaying ? 'film.pause' : 'film.play')}
        onClick={playback.toggle}
        className="flex size-11 shrink-0 items-center justify-center rounded-full bg-text text-ground [&_svg]:size-5 [&_svg]:fill-current"
      >
        {isPlaying ? <Pause /> : <Play />}
      </button>
      <span className="figures w-16 text-base max-sm:hidden">{timecode(frameOf(seconds))}</span>
      {/* Time runs from left to right in every language. */}
      <div dir="ltr" className="relative h-14 min-w-0 flex-1">
        {flags.map((flag, index) => (
          <button
            key={flag.id}
            type="button"
            aria-label={flag.label}
            aria-pressed={flag.id === selected}
            title={flag.label}
            onClick={() => onFlag?.(flag)}
            className={clsx(
              'absolute top-0 z-10 flex size-7 -translate-x-1/2 items-center justify-center rounded-full rounded-bl-none text-xs font-semibold',
              flag.id === selected ? 'bg-text text-ground' : 'bg-hover text-text hover:brightness-115',
              flag.isDone && flag.id !== selected && 'opacity-65',
            )}
            style={{
              left: share(flag.seconds),
              marginLeft: `${flags.slice(0, index).filter((other) => isBeside(other, flag, total)).length * FAN_PX}px`,
            }}
          >
            {flag.initial}
          </button>
        ))}
        <div
          role="slider"
          tabIndex={0}
          aria-label={t('watch.position')}
          aria-valuemin={0}
          aria-valuemax={Math.round(total * 10) / 10}
          aria-valuenow={Math.round(seconds * 10) / 10}
          aria-valuetext={`${timecode(frameOf(seconds))} / ${timecode(frameOf(total))}`}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            goTo(event);
          }}
          onPointerMove={(event) => event.buttons > 0 && goTo(event)}
          className="absolute inset-x-0 bottom-0 h-7 cursor-pointer touch-none rounded-sm"
        >
          <span className="absolute inset-x-0 top-3 h-1 rounded-full bg-edge" />
          <span
            className="absolute start-0 top-3 h-1 rounded-full bg-text"
            style={{ width: share(seconds) }}
          />
          <span
            className="absolute top-1.5 size-4 -translate-x-1/2 rounded-full bg-text"
            style={{ left: share(seconds) }}
          />
        </div>
      </div>
      <span className="figures text-sm whitespace-nowrap text-quiet sm:text-base">
        <span className="sm:hidden">{timecode(frameOf(seconds)).split('.')[0]} / </span>
        {timecode(frameOf(total)).split('.')[0]}
      </span>
      {children}
    </div>
  );
}
