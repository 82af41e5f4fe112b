import { PhraseTable } from '#src/domain/understanding/phrase-table.ts';
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { common } from './common.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { GOODS } from './goods.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import type { Cue, Lexicon } from './lexicon.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';

export const LEXICONS: readonly Lexicon[] = [
  english,
  german,
  spanish,
  french,
  italian,
  portuguese,
  arabic,
  japanese,
  chinese,
  turkish,
  ...NEIGHBOURS,
  common,
  ...GOODS,
];

let table: PhraseTable<Cue> | null = null;

/** All words of all languages in one table; built at the first use. */
export function cueTable(): PhraseTable<Cue> {
  if (table) return table;
  table = new PhraseTable<Cue>();
  for (const { tag, name: _, ...lists } of LEXICONS) {
    for (const [cue, phrases] of Object.entries(lists)) table.add(cue as Cue, tag, phrases);
    if (tag === 'de') table.add('kind', tag, compoundEnds(lists.kind ?? ''));
  }
  return table;
}

/** German runs words together: what ends in a kind of thing is one („Holzpuzzle“). Short words end too much else. */
function compoundEnds(kinds: string): string {
  const words = kinds.split(',').map((kind) => kind.trim());
  return words
    .filter((word) => /^\p{Ll}{4,}$/u.test(word))
    .map((word) => `*${word}`)
    .join(',');
}
