import { findWord, wordList } from './word-match.ts';

/** "for city runners", "für Läuferinnen", "koşucular için": who or what the product is for, in the prompt's words. */
const FOR = new RegExp(
  '(?<![\\p{L}])(?:for|für|para|pour|per|voor|dla|för|для)\\s+(?:(?:the|die|den|das|los|las|les|le|la|gli|i|os|as|de|het)\\s+)?' +
    '(?<who>[^,;.:!?()\\n–—"“„]{3,60})',
  'giu',
);
const FOR_AFTER = /(?<who>[^\s,;.:!?()]{3,40})\s+(?:için|के लिए)/iu;
const ENDS =
  /\s+(?:who|that|with|in|at|on|and|die|der|mit|und|im|que|con|con|y|qui|avec|et|che|com|e|met|en|med|och|с|и)\s.*$/iu;

const PEOPLE = wordList(`
  people, women, men, woman, man, kids, children, child, parents, mothers, mums, moms, fathers, dads, families, family,
  runners, athletes, students, teens, teenagers, professionals, commuters, travellers, travelers, lovers, owners, gamers,
  hikers, cyclists, drivers, artists, musicians, chefs, cooks, developers, teams, beginners, seniors, couples, friends,
  makers, collectors, gentlemen, ladies, skin, everyone, anyone, *ers, menschen, leute, frauen, männer, kinder, eltern,
  *läufer*, *liebhaber*, *sportler*, *reisende*, familien, haut, mujeres, hombres, niños, familias, corredor*, amantes,
  personas, deportistas, jóvenes, viajeros, femmes, hommes, enfants, parents, familles, coureu*, amateurs, voyageurs,
  sportifs, donne, uomini, bambini, famiglie, corridori, amanti, viaggiatori, mulheres, homens, crianças, famílias,
  corredores, amantes, vrouwen, mannen, kinderen, gezinnen, hardlopers, liefhebbers, kadınlar, erkekler, çocuklar,
  aileler, koşucular, женщин*, мужчин*, детей, семьи, бегун*, любител*, महिलाओं, पुरुषों, बच्चों, धावकों`);

/**
 * Who the prompt says the ad is for, and the occasion it names instead ("slow mornings"). Either may be null.
 * "An ad for Crema", "for our face cream" speak of the product: `productName` and its `kind` are no audience.
 */
export function readAudience(
  text: string,
  productName: string,
  kind: string | null,
): { people: string | null; occasion: string | null } {
  let occasion: string | null = null;
  for (const match of [...text.matchAll(FOR), FOR_AFTER.exec(text)]) {
    const phrase = match?.groups?.['who']?.trim() ?? '';
    const who = phrase.replace(ENDS, '').trim();
    if (who.length < 3 || who.toLowerCase().includes(productName.toLowerCase())) continue;
    if (kind && phrase.toLowerCase().includes(kind.toLowerCase())) continue;
    if (PEOPLE.some((word) => findWord(phrase, word))) return { people: phrase, occasion };
    occasion ??= who;
  }
  return { people: null, occasion };
}
