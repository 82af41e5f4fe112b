'use client';
import { drawFrame } from '@spotsmith/motion/draw-frame';
import { useEffect, useRef } from 'react';
import { surfaceOf } from './browser-canvas.ts';
import type { OpenFilm } from './open-film.ts';

/** One frame of a film. */
export function FilmStill({
  opened,
  frame,
  label,
}: {
  opened: OpenFilm | null;
  frame: number;
  label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null || opened === null) return;
    drawFrame(surfaceOf(canvas.current).context, opened.drawing, frame);
  }, [opened, frame]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={opened?.film.width ?? 1}
      height={opened?.film.height ?? 1}
      className="size-full object-contain"
    />
  );
}
