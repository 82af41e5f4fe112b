import { findWord, wordList } from './word-match.ts';

/** Words that say something checkable about a product. */
const CHECKABLE = wordList(`
  organic, vegan, cruelty-free, waterproof, water-resistant, handmade, hand-made, recycled, recyclable, sustainable,
  compostable, biodegradable, certified, patented, award-winning, guarantee*, warranty, fair trade, fairtrade, swiss made,
  made in, sugar-free, gluten-free, dermatologist*, clinically, proven, doctor*, award*, number one, no. 1, best, guaranteed, fragrance-free, hypoallergenic, stainless, solid gold,
  free shipping, limited edition, bio, vegan*, wasserdicht*, handgemacht*, recycelt*, nachhaltig*, zertifiziert*, garantie,
  zuckerfrei*, glutenfrei*, orgánic*, vegan*, impermeable*, hecho a mano, reciclad*, sostenible*, garantía, sin azúcar,
  biologique*, végan*, étanche*, fait main, recyclé*, durable*, sans sucre, biologic*, impermeabil*, fatto a mano,
  riciclat*, garanzia, senza zucchero, orgânic*, à prova d'água, feito à mão, sem açúcar, biologisch*, waterdicht*,
  handgemaakt*, organik, su geçirmez, el yapımı, органическ*, водонепроницаем*, ручной работы, عضوي, مقاوم للماء,
  صناعة يدوية, אורגני, עמיד במים, जैविक, 有机, 防水, 手工, オーガニック, 手作り, 유기농, 방수, 수제`);

/** Numbers that describe the wished-for video and not the product. */
const ABOUT_THE_VIDEO =
  /\b\d+\s*(?:s|sec|secs|seconds?|sekunden?|segundos?|secondes?|secondi)\b.*\b(?:ad|video|spot|clip)|\b(?:ad|video|spot|clip)\b.*\b\d+\s*(?:s|sec|secs|seconds?|sekunden?)\b|\b\d+:\d+\b|\b(?:720|1080|2160)p\b|\b4k\b/iu;

/**
 * What the prompt asserts about the product, word for word: clauses with a number or a checkable word. Nothing is
 * added and nothing is reworded, because a claim in an ad has to be the advertiser's own.
 */
export function readClaims(text: string, productName: string): string[] {
  const claims = text
    .split(/[,;:!?\n–—،。，、！？]|\.(?!\d)|\s-\s/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= 3 && clause.length <= 120 && isCheckable(clause, productName));
  return [...new Set(claims)].slice(0, 6);
}

/** Whether a clause asserts something that could be checked, and so must be the advertiser's own. */
export function isCheckable(clause: string, productName: string): boolean {
  if (ABOUT_THE_VIDEO.test(clause)) return false;
  const withoutName = productName === '' ? clause : clause.replace(productName, ' ');
  return /\d/.test(withoutName) || CHECKABLE.some((word) => findWord(withoutName, word));
}
