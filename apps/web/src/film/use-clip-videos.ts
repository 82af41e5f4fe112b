'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { useCallback, useEffect, useState } from 'react';
import type { OpenFilm } from './open-film.ts';
import { clipSeconds, isSeen } from './shot-clips.ts';

/** A clip is brought to its first picture so long before it is seen. */
const AHEAD_FRAMES = framesPerSecond;

/**
 * Keeps the clips of films with the frame that is shown: running at the film's own speed, else standing on it. Films of
 * one ad share their clips. `present` puts the clips' pictures into the films before they are drawn; `arrivals` counts up
 * when there is another picture of the same frame.
 */
export function useClipVideos(films: readonly OpenFilm[], frame: number, isRunning: boolean) {
  const [arrivals, setArrivals] = useState(0);
  const clips = films[0]?.clips;
  useEffect(() => {
    if (clips === undefined) return;
    const arrived = () => setArrivals((count) => count + 1);
    const listening = clips.map(({ video }) => video.onArrival(arrived));
    return () => {
      for (const stop of listening) stop();
      for (const { video } of clips) video.rest();
    };
  }, [clips]);
  useEffect(() => {
    for (const { video, ...clip } of clips ?? []) {
      if (isSeen(clip, frame)) video.show(clipSeconds(clip, frame, video.seconds), isRunning);
      else if (isSeen(clip, frame + AHEAD_FRAMES))
        video.show(clipSeconds(clip, clip.firstFrame, video.seconds), false);
      else video.rest();
    }
  }, [clips, frame, isRunning, arrivals]);
  const present = useCallback(() => {
    for (const { clips: shown, drawing } of films)
      for (const { video, ...clip } of shown) {
        const picture = isSeen(clip, frame) ? video.picture() : null;
        if (picture !== null) drawing.options.pictures[clip.shotId] = picture;
      }
  }, [films, frame]);
  return { present, arrivals };
}
