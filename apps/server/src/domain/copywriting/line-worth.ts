import { countDistinctWords, countWords } from './words-on-a-card.ts';

/** Words of an own line that may open an ad; it is read and over by two seconds. */
const MOST_OWN_HOOK_WORDS = 4;
const MOST_OWN_HOOK_CHARACTERS = 32;

/** A time or a share is a promise ("burns 45 hours"); a bare measure only describes. */
const PROMISE =
  /\p{Nd}\s?(?:%|h(?!\p{L})|hours?|hrs?|nights?|days?|months?|years?|min(?!\p{L})|minutes?|stunden|std|tage|monate|jahre|minuten|horas?|días?|dias?|meses|años?|anos?|heures?|jours?|mois|ans(?!\p{L})|ore(?!\p{L})|giorni|mesi|anni|uur|dagen|nächte|noches|nuits|notti|noites|saat|gün|ساعة|أيام|時間|小时)/iu;
/** "no added sugar", « sans parfum », „ohne Vertrag“, "nothing added": freed of something. */
const FREED =
  /^(?:no|zero|without|never|nothing|refuses|ohne|kein\p{L}*|nichts|nie|sin|cero|nada|nunca|sans|zéro|rien|jamais|senza|niente|mai|sem|zonder|geen|niets|bez|nie|بدون|بلا)\s|\p{L}[\s-]free(?!\p{L})|\p{L}{3,}frei(?!\p{L})/iu;
/** What a thing does for its owner, by the verb that opens the line. */
const DOES =
  /^(?:keeps?|goes|rides?|jumps?|crushes|refuses|weighs?|hugs?|squeaks?|wipes? clean|folds?|fits?|holds?|works?|opens?|stays?|lasts?|runs?|charges?|turns?|grips?|removes?|rinses?|burns?|froths?|filters?|cleans?|makes?|needs?|saves?|brews?|glides?|dries|protects?|grows?|cooks?|heats?|cools?|blocks?|lifts?|carries|stands?|sits?|swims?|floats?|glows?|wakes?|sounds?|smells?|feels?|tastes?|melts?|sets? up|snaps?|clips?|packs?|tells?|shows?|learns?|survives?|withstands?|hält|passt|weckt|klebt|rollt|fährt|springt|tanzt|schonen|schont|klappt|faltet|läuft|trocknet|wächst|bleibt|spart|wärmt|kühlt|schützt|lädt|reinigt|duftet|leuchtet|schwimmt|klingt|schmeckt|trägt|schwebt|brennt|dura|cabe|suona|cammina|balla|si monta|se monta|despierta|réveille|sonne|toca|klikt|trzyma|seca|protege|crece|flota|aguanta|mantiene|carga|limpia|quita|suena|huele|cuida|conserva|aclara|tient|garde|sèche|protège|grandit|flotte|dure|nettoie|résiste|chauffe|passe|s['’]adapte|tiene|protegge|asciuga|cresce|galleggia|pulisce|resiste|mantém|cabe|cresce|flutua|limpa|houdt|past|droogt|beschermt|groeit|drijft|blijft|gaat)(?!\p{L})/iu;
/** "each one different", "light as air", "soft like a cloud", „jede ein Einzelstück“: a picture, or the only one there is. */
const PICTURED =
  /(?<!\p{L})(?:each one|one of a kind|no two|like an?|so \p{L}+ (?:wie|dass)|wie eine?|einzelstück|unikat|cada (?:una|uno|um|uma)|única?|pezzo unico|pièce unique|chaque|ogni|come una?|comme une?|como una?|como uma?|el yapımı)(?!\p{L})|(?<!\p{L})(?:as \p{L}+ )?as an? \p{L}|\p{L} as \p{L}|^(?:jedes?r?|every|cada)\s/iu;
/** How it is kept: of use, and no beginning. */
const CARE =
  /(?<!\p{L})(?:(?:machine |hand )?washable|machine wash|wipe clean|wipes? clean|easy to clean|dishwasher|waschbar|waschmaschine\p{L}*|spülmaschine\p{L}*|abwaschbar|lavables?|lavadora|lavabil[ei]|lavatrice|lavastoviglie|lavável|laváveis|wasbaar|vaatwasser\p{L}*)(?!\p{L})/iu;
/** "with two grips": what comes with it opens nothing. */
const BESIDES = /^(?:with|mit|con|avec|com|met|w\/)\s/iu;
/** For whom: "for little explorers", „für kleine Hände“. */
const FOR_WHOM = /^(?:for|für|para|pour|per|voor|dla)\s+\p{L}/iu;
/** The user's own sentence, told by the stop or mark it kept. */
const SENTENCE = /[.!?…。！？]$/u;
/** "No screen. No phone." */
const TWO_SENTENCES = /^\p{L}[^.!?]+[.!] \p{L}[^.!?]+[.!]$/u;
/** What only orders the shop's shelf: sizes, colours to choose from, what is in the box, where and when. */
const DESCRIBES =
  /^(?:ab|da|dès|from age|a partir de|vanaf|od)\s\p{Nd}|(?<!\p{L})(?:sizes?|cabin|one size|ships?|vat|gr(?:ö|o)(?:ß|ss)en?|tallas?|tailles?|taglie?|tamanhos?|maten?|colou?rs?|farben|colores|couleurs|colori|cores|kleuren|incl\.?|included|inklusive|inkl\.?|incluid\p{L}*|inclus\p{L}*|incluíd\p{L}*|rating|reviews?|since|seit|desde|depuis|ages?|made in|from|monday|saturday|sunday|samstags?|sonntags?|delivered|edition)(?!\p{L})/iu;
/** Money, conditions and dates belong to the offer: they open no ad. */
const OFFER =
  /[€$£¥₺]|\p{Nd}\s?(?:eur|usd|gbp|tl|euros?|dollars?|pounds?)(?!\p{L})|(?<!\p{L})(?:due|deposit|anzahlung|service|pairs?|set|code|código|codice)(?!\p{L})/iu;
const PLACED =
  /^(?:from|for|in|at|of|to|by|nur|only|aus|für|im|in|am|vom|von|ab|bei|de|del|en|para|em|do|da|des|au|aux|à|pour|di|da|al|alla|per|van|bij|voor|uit|من|في)(?!\p{L})|^d['’]/iu;
const MEASURE =
  /^(?:±|ca\.?\s)?[+\-–−]?\p{Nd}[\p{Nd}.,x×*/\s-]*\s?(?:mm|cm|m|in|inch(?:es)?|zoll|"|″|ml|cl|dl|l|litres?|liters?|liter|litri|litros?|quarts?|qt|oz|g|kg|lbs?|gsm|mah|w|v|gb|tb|mp|hz)?\.?$/iu;

/** "40 cm of pure cuddle": a measure of something more than stuff. */
const OF_MORE = /^\p{Nd}[\p{Nd}.,]*\s?\p{L}+ (?:of|voller|de|di|d['’])\s?\p{L}+ \p{L}/u;

/** Whether it says what the thing does for its owner: "floats". */
export const isDeed = (line: string): boolean => DOES.test(line);

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
  if (CARE.test(line)) return 1.5;
  if (FOR_WHOM.test(line)) return 2;
  if (PROMISE.test(line) || FREED.test(line) || DOES.test(line) || PICTURED.test(line)) return 3;
  if (PLACED.test(line)) return 0.5;
  return countWords(line) === 1 ? 1 : 2;
}

/**
 * What a line is worth as the first words of an ad: 0 where it is too long or no beginning. The user's own question
 * opens best (5), then two sentences of one form (4.5), a sentence of the user's own (3.2 and more), whom it is for (3.5), and what promises or does (3).
 */
export function hookWorth(line: string): number {
  const words = countWords(line);
  // Of a figure's caption "of" is left out.
  const most = MOST_OWN_HOOK_WORDS + (OF_MORE.test(line) ? 1 : 0);
  const isLong = countDistinctWords([line]) > most || line.length > MOST_OWN_HOOK_CHARACTERS;
  const worth = worthOf(line);
  if (isLong || worth === 0 || CARE.test(line) || BESIDES.test(line)) return 0;
  if (FOR_WHOM.test(line)) return 3.5;
  const isFigureAlone =
    /^[+\-–−]?\p{Nd}/u.test(line) && (words < 3 || !(PROMISE.test(line) || OF_MORE.test(line)));
  if (isFigureAlone || PLACED.test(line)) return 0;
  if (line.endsWith('?')) return 5;
  if (TWO_SENTENCES.test(line)) return 4.5;
  if (SENTENCE.test(line) && words > 1) return Math.max(worth + 1, 3.2);
  return OF_MORE.test(line) ? 3 : worth;
}
