import type { Finish } from '@spotsmith/contract/finish';
import type { MusicMood, Tone } from '@spotsmith/contract/words';
import { FONT_OF_TONE } from './brief/tones.ts';

/** How an ad is finished before anybody chose; what is chosen already, by the brand kit or a person, stays. */
export function defaultFinish(tone: Tone, mood: MusicMood, chosen: Finish | null): Finish {
  return { font: FONT_OF_TONE[tone], music: { source: 'generated', mood }, ...chosen };
}
