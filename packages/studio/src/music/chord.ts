/** A chord of a key, by pitch class (0 = C). */
export interface Chord {
  symbol: string;
  /** Root, third, fifth, then what the symbol adds. */
  tones: readonly number[];
  /** The note that pulls up to the tonic, when this is a dominant. */
  leadingTone: number | null;
}

const NUMERALS: Readonly<Record<string, number>> = { I: 0, II: 2, III: 4, IV: 5, V: 7, VI: 9, VII: 11 };
const ADDED: Readonly<Record<string, readonly number[]>> = {
  '': [],
  sus4: [],
  '6': [9],
  '69': [9, 2],
  '7': [10],
  '9': [10, 2],
  maj7: [11],
  maj9: [11, 2],
  add9: [2],
};

/**
 * Reads a roman numeral of pop analysis: degrees of the major scale, "b" lowers, small letters are minor, and
 * sus4, 6, 69, 7, 9, maj7, maj9 and add9 may follow: "bVI", "ii7", "Imaj9".
 */
export function chordOf(symbol: string, tonic: number): Chord {
  const [, flat, numeral, suffix] = /^(b?)([IV]+|[iv]+)(.*)$/.exec(symbol) ?? [];
  const degree = NUMERALS[numeral?.toUpperCase() ?? ''];
  const added = ADDED[suffix ?? ''];
  if (numeral === undefined || degree === undefined || !added) throw new Error(`"${symbol}" is no chord.`);
  const root = tonic + degree - (flat ? 1 : 0);
  const isMajor = numeral === numeral.toUpperCase();
  const third = suffix === 'sus4' ? 5 : isMajor ? 4 : 3;
  const tones = [0, third, 7, ...added].map((interval) => (root + interval + 12) % 12);
  const leadingTone = (tonic + 11) % 12;
  return {
    symbol,
    tones,
    leadingTone: symbol.startsWith('V') && tones[1] === leadingTone ? leadingTone : null,
  };
}

/** The chord's tones a melody may rest on: none a semitone above another tone, and no leading tone. */
export function stableTones({ tones, leadingTone }: Chord): number[] {
  return tones.filter((tone) => tone !== leadingTone && !tones.includes((tone + 11) % 12));
}

/**
 * What a melody may also hold over a chord: the other notes of its pentatonic, which are a whole tone or more from the
 * triad, where they belong to the scale and rub against nothing that was added.
 */
export function singableTones(chord: Chord, scaleTones: readonly number[]): number[] {
  const { tones } = chord;
  const [root = 0, third = 0] = tones;
  const colours = (third - root + 12) % 12 === 3 ? [5, 10] : [2, 9];
  const added = colours
    .map((interval) => (root + interval) % 12)
    .filter(
      (tone) =>
        scaleTones.includes(tone) && !tones.includes((tone + 1) % 12) && !tones.includes((tone + 11) % 12),
    );
  return [...new Set([...stableTones(chord), ...added])].filter((tone) => tone !== chord.leadingTone);
}
