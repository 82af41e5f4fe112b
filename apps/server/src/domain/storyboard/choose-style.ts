import type { Brief } from '@spotsmith/contract/brief';
import type { Style, Tone } from '@spotsmith/contract/words';

const STYLE_OF_TONE: Record<Tone, Style> = {
  energetic: 'bold',
  calm: 'minimal',
  luxurious: 'luxury',
  playful: 'playful',
  professional: 'tech',
  cinematic: 'editorial',
  relaxed: 'retro',
  fresh: 'organic',
};

/** The style of an ad and why, in a sentence for people: as wished, else by the brief's tone. */
export function chooseStyle(
  brief: Pick<Brief, 'tone'>,
  wished: Style | undefined,
): { style: Style; reason: string } {
  if (wished !== undefined) return { style: wished, reason: 'You chose it.' };
  return { style: STYLE_OF_TONE[brief.tone], reason: `The brief sounds ${brief.tone}.` };
}
