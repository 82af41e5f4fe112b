'use client';
import { framesPerSecond } from '@spotsmith/motion/film';
import { useEffect, useRef } from 'react';
import type { FilmSound } from './use-track.ts';

/** An address of a track, and its linear gain, 0–1. */
export type PlayedSound = Pick<FilmSound, 'url' | 'volume'>;

/** Sound and picture may be so far apart before the sound jumps. */
const TOLERANCE_SECONDS = 0.12;

/** Plays the track along with the film at its usual speed; shuttling and scrubbing are silent. */
export function useFilmSound(sound: PlayedSound | null, isPlaying: boolean, frame: number): void {
  const audio = useRef<HTMLAudioElement | null>(null);
  const url = sound?.url ?? null;
  const volume = sound?.volume ?? 0;
  useEffect(() => {
    if (url === null) return;
    const track = new Audio(url);
    track.preload = 'auto';
    audio.current = track;
    return () => {
      track.pause();
      audio.current = null;
    };
  }, [url]);
  useEffect(() => {
    if (audio.current !== null) audio.current.volume = volume;
  }, [volume, url]);
  useEffect(() => {
    const track = audio.current;
    if (track === null) return;
    if (!isPlaying) return track.pause();
    const atSeconds = frame / framesPerSecond;
    if (Math.abs(track.currentTime - atSeconds) > TOLERANCE_SECONDS) track.currentTime = atSeconds;
    // A track that is shorter than the film has ended; a browser that wants a press first has had one.
    if (track.paused && !track.ended) void track.play().catch(() => undefined);
  }, [isPlaying, frame, url]);
}
