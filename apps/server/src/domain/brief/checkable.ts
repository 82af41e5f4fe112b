import { wordList } from './word-match.ts';

/** Words that say something checkable about a product. */
export const CHECKABLE = wordList(`
  organic, vegan, cruelty-free, waterproof, water-resistant, handmade, hand-made, recycled, recyclable, sustainable,
  compostable, biodegradable, certified, patented, award-winning, guarantee*, warranty, fair trade, fairtrade, swiss made,
  made in, sugar-free, gluten-free, dermatologist*, clinically, proven, doctor*, award*, number one, no. 1, best, guaranteed, fragrance-free, hypoallergenic, stainless, solid gold,
  free shipping, limited edition, bio, vegan*, wasserdicht*, handgemacht*, recycelt*, nachhaltig*, zertifiziert*, garantie,
  zuckerfrei*, glutenfrei*, orgánic*, vegan*, impermeable*, hecho a mano, reciclad*, sostenible*, garantía, sin azúcar,
  biologique*, végan*, étanche*, fait main, recyclé*, durable*, sans sucre, biologic*, impermeabil*, fatto a mano,
  riciclat*, garanzia, senza zucchero, orgânic*, à prova d'água, feito à mão, sem açúcar, biologisch*, waterdicht*,
  handgemaakt*, organik, su geçirmez, el yapımı, органическ*, водонепроницаем*, ручной работы, عضوي, مقاوم للماء,
  صناعة يدوية, אורגני, עמיד במים, जैविक, 有机, 防水, 手工, オーガニック, 手作り, 유기농, 방수, 수제`);
