import type { MusicMood, Style } from '@spotsmith/contract/words';

/** The music that goes with a style; the style's tempo lies within its range. */
export const MOOD_OF_STYLE: Record<Style, MusicMood> = {
  bold: 'energetic',
  luxury: 'luxury',
  minimal: 'luxury',
  playful: 'playful',
  tech: 'corporate',
  organic: 'calm',
  retro: 'summer',
  sale: 'energetic',
  editorial: 'cinematic',
};
