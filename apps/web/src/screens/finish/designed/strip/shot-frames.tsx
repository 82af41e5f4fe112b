'use client';
import { drawFrame } from '@spotsmith/motion/draw-frame';
import { useEffect, useRef } from 'react';
import { createBrowserSurface, surfaceOf } from '#src/film/browser-canvas.ts';
import type { OpenFilm } from '#src/film/open-film.ts';

/** More pictures of one shot tell nothing more. */
const MAX_FRAMES = 5;
const HEIGHT_PX = 72;

type ShotFramesProps = { opened: OpenFilm | null; index: number; widthPx: number };

/** A shot as a piece of film: pictures of it side by side, in the order of time. */
export function ShotFrames({ opened, index, widthPx }: ShotFramesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.max(1, Math.round(widthPx));
  useEffect(() => {
    const shot = opened?.film.shots[index];
    if (canvas.current === null || opened === null || shot === undefined) return;
    const { film, drawing } = opened;
    const { context } = surfaceOf(canvas.current);
    const count = Math.min(
      MAX_FRAMES,
      Math.max(1, Math.round((width * film.height) / (film.width * HEIGHT_PX))),
    );
    const cell = width / count;
    const scale = Math.max(cell / film.width, HEIGHT_PX / film.height);
    let drawn = 0;
    // One picture at a time: the page stays quick while a film of pictures fills up.
    let timer = setTimeout(function draw() {
      const frame = shot.startFrame + Math.floor(shot.frames * ((drawn + 0.7) / count));
      const surface = createBrowserSurface(film.width, film.height);
      drawFrame(surface.context, drawing, Math.min(frame, shot.startFrame + shot.frames - 1));
      context.save();
      context.beginPath();
      context.rect(drawn * cell, 0, cell, HEIGHT_PX);
      context.clip();
      const x = drawn * cell + (cell - film.width * scale) / 2;
      const y = (HEIGHT_PX - film.height * scale) / 2;
      context.drawImage(surface.picture, x, y, film.width * scale, film.height * scale);
      context.restore();
      drawn += 1;
      if (drawn < count) timer = setTimeout(draw);
    });
    return () => clearTimeout(timer);
  }, [opened, index, width]);
  return <canvas ref={canvas} aria-hidden width={width} height={HEIGHT_PX} className="h-18 w-full" />;
}
