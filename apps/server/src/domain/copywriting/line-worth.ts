import { countWords } from './words-on-a-card.ts';

/** Words of an own line that may open an ad; it is read and over by two seconds. */
const MOST_OWN_HOOK_WORDS = 4;
const MOST_OWN_HOOK_CHARACTERS = 30;

/** A time or a share is a promise ("burns 45 hours"); a bare measure only describes. */
const PROMISE =
  /\p{Nd}\s?(?:%|h(?!\p{L})|hours?|hrs?|days?|months?|years?|min(?!\p{L})|minutes?|stunden|std|tage|monate|jahre|minuten|horas?|días?|dias?|meses|años?|anos?|heures?|jours?|mois|ans(?!\p{L})|ore(?!\p{L})|giorni|mesi|anni|uur|dagen|saat|gün|ساعة|أيام|時間|小时)/iu;
/** "no added sugar", « sans parfum », „ohne Vertrag“: freed of something. */
const FREED =
  /^(?:no|zero|without|never|ohne|kein\p{L}*|sin|sans|senza|sem|zonder|بدون|بلا)\s|\p{L}[\s-]free(?!\p{L})|\p{L}{3,}frei(?!\p{L})/iu;
/** What a thing does for its owner, by the verb that opens the line. */
const DOES =
  /^(?:keeps?|folds?|fits?|holds?|works?|opens?|stays?|lasts?|runs?|charges?|turns?|grips?|removes?|rinses?|burns?|froths?|filters?|cleans?|makes?|needs?|saves?|brews?|glides?|dries|protects?|grows?|cooks?|heats?|cools?|blocks?|lifts?|carries|stands?|sits?|swims?|floats?|glows?|wakes?|sounds?|smells?|feels?|tastes?|melts?|sets? up|snaps?|clips?|packs?|stacks?|tells?|shows?|learns?|survives?|withstands?|hält|passt|faltet|läuft|trocknet|wächst|bleibt|spart|wärmt|kühlt|schützt|lädt|reinigt|duftet|leuchtet|schwimmt|klingt|schmeckt|trägt|schwebt|brennt|dura|cabe|seca|protege|crece|flota|aguanta|mantiene|carga|limpia|quita|suena|huele|cuida|conserva|aclara|tient|garde|sèche|protège|grandit|flotte|dure|nettoie|résiste|chauffe|passe|s['’]adapte|tiene|protegge|asciuga|cresce|galleggia|pulisce|resiste|mantém|cabe|cresce|flutua|limpa|houdt|past|droogt|beschermt|groeit|drijft|blijft|gaat)(?!\p{L})/iu;
/** What only orders the shop's shelf: sizes, colours to choose from, what is in the box, where and when. */
const DESCRIBES =
  /(?<!\p{L})(?:sizes?|gr(?:ö|o)(?:ß|ss)en?|tallas?|tailles?|taglie?|tamanhos?|maten?|colou?rs?|farben|colores|couleurs|colori|cores|kleuren|incl\.?|included|inklusive|inkl\.?|incluid\p{L}*|inclus\p{L}*|incluíd\p{L}*|rating|reviews?|since|seit|desde|depuis|ages?|made in|from|monday|saturday|sunday|samstags?|sonntags?|delivered|edition)(?!\p{L})/iu;
/** Money, conditions and dates belong to the offer: they open no ad. */
const OFFER =
  /[€$£¥₺]|\p{Nd}\s?(?:eur|usd|gbp|tl|euros?|dollars?|pounds?)(?!\p{L})|(?<!\p{L})(?:due|deposit|anzahlung|service|pairs?|set|code|código|codice)(?!\p{L})/iu;
const PLACED =
  /^(?:from|for|in|at|of|to|by|nur|only|aus|für|im|in|am|vom|von|ab|bei|de|del|en|para|em|do|da|des|au|aux|à|pour|di|da|al|alla|per|van|bij|voor|uit|من|في)(?!\p{L})|^d['’]/iu;
const MEASURE =
  /^(?:±|ca\.?\s)?[+\-–−]?\p{Nd}[\p{Nd}.,x×*/\s-]*\s?(?:mm|cm|m|in|inch(?:es)?|zoll|"|″|ml|cl|dl|l|litres?|liters?|liter|litri|litros?|quarts?|qt|oz|g|kg|lbs?|gsm|mah|w|v|gb|tb|mp|hz)?\.?$/iu;

/** A number with its unit and nothing else: "160x230", "650 ml", "A2". */
export const isBareMeasure = (line: string): boolean => MEASURE.test(line) || /^A\p{Nd}$/u.test(line);

/** Of size, and not of weight: "28 cm", "0,75 l", "45 x 45 cm". */
export const isSize = (line: string): boolean =>
  isBareMeasure(line) && !/\p{Nd}\s?(?:g|kg|oz|lbs?|mah|w|v|hz)\.?$/iu.test(line);

/**
 * What a line of the user's says for the product, best first: what it promises or does (3), what it is (2), one word
 * of it (1), what only describes (0). Lines of one worth keep the user's order.
 */
export function worthOf(line: string): number {
  if (isBareMeasure(line) || DESCRIBES.test(line) || OFFER.test(line)) return 0;
  if (PROMISE.test(line) || FREED.test(line) || DOES.test(line)) return 3;
  if (PLACED.test(line)) return 0.5;
  return countWords(line) === 1 ? 1 : 2;
}

/** What a line is worth as the first words of an ad: as `worthOf`, 0 where it is too long or no beginning. */
export function hookWorth(line: string): number {
  const words = countWords(line);
  const isLong = words > MOST_OWN_HOOK_WORDS || line.length > MOST_OWN_HOOK_CHARACTERS;
  const isFigureAlone = /^[+\-–−]?\p{Nd}/u.test(line) && (words < 3 || !PROMISE.test(line));
  if (isLong || isFigureAlone || PLACED.test(line)) return 0;
  return worthOf(line);
}
