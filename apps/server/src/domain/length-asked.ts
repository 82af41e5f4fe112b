import { TARGET_SECONDS } from '@spotsmith/contract/words';
import { understand } from './understanding/understand.ts';

/** What an ad lasts when nobody says anything. */
const USUAL_SECONDS = 15;

/** The length that a prompt asks for ("6 second ad", „30 Sekunden“), as the nearest that ads are made in. */
export function lengthAsked(prompt: string): (typeof TARGET_SECONDS)[number] {
  const { seconds } = understand(prompt).video;
  if (seconds === undefined) return USUAL_SECONDS;
  return TARGET_SECONDS.reduce((best, next) =>
    Math.abs(next - seconds) < Math.abs(best - seconds) ? next : best,
  );
}
