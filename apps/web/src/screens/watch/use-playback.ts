'use client';
import { useEffect, useRef, useState } from 'react';

/** Films that are further apart are put in step again; less is not seen. */
const DRIFT_SECONDS = 0.08;

/**
 * Plays films of the given lengths in step, from one playhead: the longest leads, shorter ones stand at their end.
 * Give each `<video>` its `attach(index)` as ref.
 */
export function usePlayback(lengths: readonly number[]) {
  const videos = useRef<(HTMLVideoElement | null)[]>([]);
  const [seconds, setSeconds] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const total = Math.max(0, ...lengths);
  const leader = lengths.indexOf(total);
  const shown = lengths.join();

  useEffect(() => {
    if (!isPlaying) return;
    const films = videos.current.filter((film) => film !== null);
    const lead = videos.current[leader];
    if (lead == null) return;
    for (const film of films) {
      if (film.ended && film !== lead) continue;
      // A browser may refuse to play with sound before anything was pressed, and says so.
      film.play().catch(() => film === lead && setPlaying(false));
    }
    let request = requestAnimationFrame(function step() {
      setSeconds(lead.currentTime);
      for (const film of films)
        if (Math.abs(film.currentTime - lead.currentTime) > DRIFT_SECONDS && lead.currentTime < film.duration)
          film.currentTime = lead.currentTime;
      if (lead.ended) setPlaying(false);
      else request = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(request);
      for (const film of films) film.pause();
    };
  }, [isPlaying, leader, shown]);

  const seek = (to: number) => {
    const at = Math.min(total, Math.max(0, to));
    for (const film of videos.current) if (film !== null) film.currentTime = at;
    setSeconds(at);
  };
  return {
    /** Where all of them are. */
    seconds: Math.min(seconds, total),
    total,
    isPlaying,
    seek,
    pause: () => setPlaying(false),
    toggle: () => {
      if (!isPlaying && seconds >= total - DRIFT_SECONDS) seek(0);
      setPlaying(!isPlaying);
    },
    attach: (index: number) => (film: HTMLVideoElement | null) => {
      videos.current[index] = film;
    },
  };
}

export type Playback = ReturnType<typeof usePlayback>;
