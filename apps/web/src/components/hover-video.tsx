'use client';
import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';

type HoverVideoProps = {
  src: string;
  poster: string | null;
  label: string;
  /** Plays while true: the card is hovered or has the focus. */
  isPlaying: boolean;
  /** Start and end, for a trimmed clip. */
  trim?: { in_seconds: number; out_seconds: number } | null;
  className?: string;
};

/** A silent moving thumbnail. It loads nothing but its poster until it plays, and stands still with reduced motion. */
export function HoverVideo({ src, poster, label, isPlaying, trim = null, className }: HoverVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  const start = trim?.in_seconds ?? 0;
  const end = trim?.out_seconds;

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    if (!isPlaying || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      element.pause();
      return;
    }
    element.currentTime = start;
    element.play().catch(() => {
      // The pointer left before the first frame came.
    });
  }, [isPlaying, start, src]);

  return (
    <video
      ref={video}
      src={src}
      {...(poster === null ? { preload: 'metadata' } : { poster, preload: 'none' })}
      muted
      loop
      playsInline
      disablePictureInPicture
      tabIndex={-1}
      aria-label={label}
      onTimeUpdate={(event) => {
        if (end !== undefined && event.currentTarget.currentTime >= end)
          event.currentTarget.currentTime = start;
      }}
      className={clsx('size-full object-contain', className)}
    />
  );
}
