import { framesPerSecond } from '@spotsmith/motion/film';

/** `0:04.12`: minutes, seconds and frames. */
export function timecode(frame: number): string {
  const seconds = Math.floor(frame / framesPerSecond);
  const rest = String(frame % framesPerSecond).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${rest}`;
}
