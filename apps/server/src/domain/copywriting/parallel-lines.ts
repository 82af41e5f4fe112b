import { isDeed } from './line-worth.ts';
import { countDistinctWords } from './words-on-a-card.ts';

/** Words that count or deny: two phrases that open with them are of one form ("no screen, no phone", "One strap. Three pockets"). */
const COUNTS =
  /^(?:no|zero|nothing|never|every|all|one|two|three|four|five|kein\p{L}*|ohne|null|nie|alles|ein|eine|zwei|drei|vier|sin|cero|nada|todo|toda|un|una|dos|tres|cuatro|sans|zéro|rien|tout|toute|une|deux|trois|quatre|senza|niente|tutto|tutta|due|tre|quattro|sem|nada|tudo|toda|um|uma|dois|duas|três|geen|zonder|alle|bez|nie|بدون|بلا)$/iu;
/** "Just music.": what is left once all else is denied. */
const REST =
  /^(?:just|only|nur|einfach|solo|sólo|juste|rien que|seulement|soltanto|apenas|só|alleen|tylko|فقط)\s\p{L}/iu;
const DENIES =
  /^(?:no|zero|nothing|never|kein\p{L}*|ohne|sin|cero|nada|sans|zéro|rien|senza|niente|sem|geen|zonder|bez|nie|بدون|بلا)\s/iu;
const MOST = { distinctWords: 5, characters: 32, wordsEach: 3 };

const bare = (line: string) => line.replace(/[.!…]+$/u, '');
const wordsOf = (line: string) => bare(line).split(/\s+/u);
const isSentence = (line: string) => /[.!…]$/u.test(line);

/**
 * The user's lines in units that belong together, in the user's order: "No screen." and "No phone." are one line of two
 * sentences, a question stands with its answer, and "Just music." behind what there is not.
 */
export function unitsOf(lines: readonly string[]): string[][] {
  const units: string[][] = [];
  for (const line of joined(lines)) {
    const before = units.at(-1)?.at(-1);
    const isAnswer = before?.endsWith('?') === true && isSentence(line);
    const isRest = before !== undefined && DENIES.test(before) && REST.test(line);
    if (isAnswer || isRest) units.at(-1)?.push(line);
    else units.push([line]);
  }
  return units;
}

/** Whether it closes what the lines before it began. */
export const isRestOf = (line: string): boolean => REST.test(line);

function joined(lines: readonly string[]): string[] {
  const said: string[] = [];
  for (const line of lines) {
    const before = said.at(-1);
    const both = before === undefined ? '' : `${bare(before)}. ${bare(line)}.`;
    if (before !== undefined && isParallel(before, line) && fits(both)) said[said.length - 1] = both;
    else said.push(line);
  }
  return said;
}

function fits(line: string): boolean {
  return line.length <= MOST.characters && countDistinctWords([line]) <= MOST.distinctWords;
}

/** Of one form: both deny or count, both are deeds ("Floats. Squeaks."), or both are short sentences of as many words. */
function isParallel(before: string, line: string): boolean {
  const last = wordsOf(before.split(/[.!…] /u).at(-1) ?? before);
  const words = wordsOf(line);
  if ([last, words].some(({ length }) => length > MOST.wordsEach)) return false;
  const [a = '', b = ''] = [last[0], words[0]];
  if (REST.test(line)) return false;
  const isPlain = !/\p{Nd}|[?:]/u.test(`${before}${line}`);
  const isCounted =
    last.length > 1 &&
    words.length > 1 &&
    COUNTS.test(a) &&
    COUNTS.test(b) &&
    isSentence(before) === isSentence(line);
  const isDone = last.length === 1 && words.length === 1 && isDeed(a) && isDeed(b);
  const isSaid = isSentence(before) && isSentence(line) && last.length === 2 && words.length === 2;
  return isPlain && (isCounted || isDone || isSaid);
}
