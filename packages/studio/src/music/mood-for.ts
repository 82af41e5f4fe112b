import { MOOD_IDS, type MoodId } from './mood.ts';

/** The mood for free words ("upbeat summer pop"), or null. */
export function moodFor(words: string): MoodId | null {
  const text = words.toLowerCase();
  const exact = MOOD_IDS.find((id) => text.includes(id));
  if (exact) return exact;
  const table: readonly (readonly [RegExp, MoodId])[] = [
    [/lofi|chill|study|hip.?hop/, 'lo-fi'],
    [/sport|energ|fast|bold|dynam|electro|upbeat/, 'energetic'],
    [/lux|premium|elegan|gold/, 'luxury'],
    [/kid|fun|play|happy/, 'playful'],
    [/epic|film|trailer|drama|cinema/, 'cinematic'],
    [/beach|tropic|sun|holiday/, 'summer'],
    [/business|tech|inspir|corporate/, 'corporate'],
    [/calm|soft|relax|spa|natur|ambient/, 'calm'],
  ];
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
