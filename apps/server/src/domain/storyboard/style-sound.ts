import type { MusicMood, Style } from '@spotsmith/contract/words';

/** The tempo a style moves in, and the music that has it; tempi lie within the mood's range. */
export const STYLE_SOUND: Record<Style, { tempoBpm: number; mood: MusicMood }> = {
  bold: { tempoBpm: 128, mood: 'energetic' },
  luxury: { tempoBpm: 96, mood: 'luxury' },
  minimal: { tempoBpm: 96, mood: 'luxury' },
  playful: { tempoBpm: 118, mood: 'playful' },
  tech: { tempoBpm: 122, mood: 'corporate' },
  organic: { tempoBpm: 84, mood: 'calm' },
  retro: { tempoBpm: 108, mood: 'summer' },
  sale: { tempoBpm: 130, mood: 'energetic' },
  editorial: { tempoBpm: 90, mood: 'cinematic' },
};
