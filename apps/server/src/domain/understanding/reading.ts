import { smallWords } from '#src/domain/brief/language.ts';
import { cueTable } from './lexicon/lexicons.ts';
import type { Cue } from './lexicon/lexicon.ts';
import { languageOf } from './language-of.ts';
import type { Found } from './phrase-table.ts';
import { tokensOf, type Token } from './tokens.ts';

/** What a token turned out to be part of. */
export type Role =
  | 'order'
  | 'video'
  | 'noise'
  | 'name'
  | 'what'
  | 'price'
  | 'was'
  | 'rival'
  | 'off'
  | 'until'
  | 'starts'
  | 'quantity'
  | 'shipping'
  | 'guarantee'
  | 'code'
  | 'url'
  | 'place'
  | 'cta'
  | 'quote'
  | 'by'
  | 'audience'
  | 'mood'
  | 'product';

/** Tokens `from` to before `to` between two breaks, and the sentence they belong to. */
export type Clause = { from: number; to: number; sentence: number };
export type Span = { from: number; to: number };

/** A text taken apart: tokens, clauses, what each word may mean, and what has been understood of it so far. */
export class Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly language: string;
  /** All letters are small, so capitals tell nothing. */
  readonly isLowerCase: boolean;
  readonly isUpperCase: boolean;
  readonly roles: (Role | null)[];
  readonly #cues: Map<Cue, number>[];
  readonly #small: ReadonlySet<string>;
  readonly #clauseOf: Clause[] = [];
  readonly #sentences = new Map<number, Span>();

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
    const found = this.tokens.map((_, at) => cueTable().at(this.tokens, at));
    this.language = languageOf(text, this.tokens, found);
    this.#cues = found.map((entries, at) =>
      cuesIn(entries, this.language, this.tokens[at]?.fold.length ?? 0),
    );
    this.#small = smallWords(this.language);
    this.roles = this.tokens.map(() => null);
    this.clauses = clausesOf(this.tokens);
    for (const clause of this.clauses) {
      for (let at = clause.from; at < clause.to; at++) this.#clauseOf[at] = clause;
      const from = this.#sentences.get(clause.sentence)?.from ?? clause.from;
      this.#sentences.set(clause.sentence, { from, to: clause.to });
    }
    const cased = this.tokens.filter((token) => token.kind === 'word' && /\p{Lu}|\p{Ll}/u.test(token.text));
    const large = cased.filter((token) => /\p{Lu}/u.test(token.text)).length;
    const shouted = cased.filter((token) => !/\p{Ll}/u.test(token.text)).length;
    this.isLowerCase = cased.length > 2 && large === 0;
    this.isUpperCase = cased.length > 2 && shouted > cased.length * 0.8;
  }

  /** How many tokens a phrase with this meaning takes at that place; 0 for none. */
  length(cue: Cue, at: number): number {
    return this.#cues[at]?.get(cue) ?? 0;
  }

  /** The first of these meanings at that place, with its length. */
  any(cues: readonly Cue[], at: number): { cue: Cue; length: number } | null {
    let best: { cue: Cue; length: number } | null = null;
    for (const cue of cues) {
      const length = this.length(cue, at);
      if (length > (best?.length ?? 0)) best = { cue, length };
    }
    return best;
  }

  /** Where a phrase with this meaning begins that ends right before `end`. */
  endingAt(cue: Cue, end: number, floor = 0): number | null {
    for (let at = Math.max(floor, end - 6); at < end; at++) {
      if (this.length(cue, at) === end - at) return at;
    }
    return null;
  }

  isSmall(at: number): boolean {
    const token = this.tokens[at];
    return (
      token !== undefined && (this.#small.has(token.text.toLowerCase()) || this.length('small', at) === 1)
    );
  }

  /** Whether any list of the text's language holds what stands there. */
  isKnown(at: number): boolean {
    return (this.#cues[at]?.size ?? 0) > 0;
  }

  isFree({ from, to }: Span): boolean {
    for (let at = from; at < to; at++) if (this.roles[at]) return false;
    return true;
  }

  claim({ from, to }: Span, role: Role): void {
    for (let at = from; at < to; at++) this.roles[at] = role;
  }

  /** The words from `from` to before `to` as they stand in the text. */
  words({ from, to }: Span): string {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return first && last && to > from ? this.text.slice(first.start, last.end) : '';
  }

  clauseAt(at: number): Clause | null {
    return this.#clauseOf[at] ?? null;
  }

  /** All tokens of the sentence a clause belongs to. */
  sentenceOf(clause: Clause): Span {
    return this.#sentences.get(clause.sentence) ?? clause;
  }

  /** The first place in the span where a phrase with this meaning begins. */
  find(cue: Cue, { from, to }: Span): number | null {
    for (let at = from; at < to; at++) if (this.length(cue, at) > 0) return at;
    return null;
  }
}

/** Words of the text's own language; those that mark money are long enough to be believed in any other. */
function cuesIn(entries: readonly Found<Cue>[], language: string, letters: number): Map<Cue, number> {
  const cues = new Map<Cue, number>();
  for (const { meaning, tag, length } of entries) {
    const isForeign = tag !== '' && tag !== language;
    const isMoney = (meaning === 'currency' || meaning === 'was') && (length > 1 || letters >= 5);
    if (isForeign && !isMoney) continue;
    if (length > (cues.get(meaning) ?? 0)) cues.set(meaning, length);
  }
  return cues;
}

function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token && token.kind !== 'break') continue;
    if (at > from) clauses.push({ from, to: at, sentence });
    if (token?.isFullStop) sentence++;
    from = at + 1;
  }
  return clauses;
}
