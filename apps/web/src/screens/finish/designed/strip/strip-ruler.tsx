'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { frameKeys } from '#src/film/frame-keys.ts';
import { timecode } from '#src/film/timecode.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useScrub } from './use-scrub.ts';

/** Labels nearer than this run into each other. */
const MIN_LABEL_PX = 44;
const STEPS_SECONDS = [1, 2, 5, 10, 30];

type StripRulerProps = {
  totalFrames: number;
  pxPerSecond: number;
  frame: number;
  onScrub: (frame: number) => void;
};

/** Seconds over the shots; pressing or dragging in it goes there. */
export function StripRuler({ totalFrames, pxPerSecond, frame, onScrub }: StripRulerProps) {
  const { t } = useTranslator();
  const step = STEPS_SECONDS.find((each) => each * pxPerSecond >= MIN_LABEL_PX) ?? 60;
  const marks = Array.from({ length: Math.ceil(totalFrames / framesPerSecond / step) }, (_, n) => n * step);
  const last = totalFrames - 1;
  const go = (to: number) => onScrub(Math.max(0, Math.min(last, to)));
  const scrub = useScrub(totalFrames, onScrub);
  const keys = frameKeys(frame, last, go);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('film.position')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={Math.min(frame, last)}
      aria-valuetext={timecode(Math.min(frame, last))}
      className="figures relative h-6 cursor-col-resize touch-none text-xs text-quiet"
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act(event);
      }}
      {...scrub}
    >
      {marks.map((second) => (
        <span
          key={second}
          aria-hidden
          className="absolute inset-y-0 border-s border-line ps-1 leading-6"
          style={{ left: `${((second * framesPerSecond) / totalFrames) * 100}%` }}
        >
          {`${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`}
        </span>
      ))}
    </div>
  );
}
