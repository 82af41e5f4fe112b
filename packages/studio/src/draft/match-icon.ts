import type { StudioBrief } from '../brief.ts';
import { FALLBACK_ICON, ILLUSTRATIONS } from './illustrations.ts';

/** The illustration for a brief, by category words in several languages: the category first, then the name, then the rest. */
export function matchIcon({ category, productName, prompt }: StudioBrief): string {
  for (const text of [category, productName, prompt]) {
    const match = ILLUSTRATIONS.find(({ words }) => words.test(text));
    if (match) return match.icon;
  }
  return FALLBACK_ICON;
}
