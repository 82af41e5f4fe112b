import { tokensOf, type Token } from './tokens.ts';

/** A listed phrase found in a text: what it means, in which language, and how many tokens it takes. */
export type Found<Meaning extends string> = { meaning: Meaning; tag: string; length: number };

type Entry<Meaning extends string> = { meaning: Meaning; tag: string };
type Node<Meaning extends string> = {
  next: Map<string, Node<Meaning>>;
  whole: Entry<Meaning>[];
  /** Entries by their fixed beginning or end: `rabatt*`, `*schuh`. */
  openEnd: Map<string, Entry<Meaning>[]>;
  openStart: Map<string, Entry<Meaning>[]>;
};

/** So much of a word is looked at for open-ended entries: more would let one long word cost its square. */
const MAX_STEM = 24;
const MIN_STEM = 2;

/** Word lists in many languages, made to be looked up at each token of a text at once. */
export class PhraseTable<Meaning extends string> {
  readonly #root: Node<Meaning> = newNode();

  /** `phrases` are separated by commas; `*` opens the start or the end of a phrase's only or last word. */
  add(meaning: Meaning, tag: string, phrases: string): void {
    for (const phrase of phrases.split(',')) {
      const isOpenEnd = phrase.trimEnd().endsWith('*');
      const isOpenStart = phrase.trimStart().startsWith('*');
      const words = tokensOf(phrase.replaceAll('*', '').trim()).map((token) => token.fold);
      const last = words.pop();
      if (last === undefined) continue;
      let node = this.#root;
      for (const word of words) node = childOf(node, word);
      const entry = { meaning, tag };
      if (isOpenEnd) push(node.openEnd, last, entry);
      if (isOpenStart) push(node.openStart, last, entry);
      if (!isOpenEnd && !isOpenStart) childOf(node, last).whole.push(entry);
    }
  }

  /** Every listed phrase that begins at the token `at`. */
  at(tokens: readonly Token[], at: number): Found<Meaning>[] {
    const found: Found<Meaning>[] = [];
    let nodes = [this.#root];
    for (let length = 1; nodes.length > 0; length++) {
      const token = tokens[at + length - 1];
      if (!token || (length > 1 && isHardBreak(token))) break;
      const following: Node<Meaning>[] = [];
      for (const form of formsOf(token.fold)) {
        for (const node of nodes) {
          const child = node.next.get(form);
          if (child) following.push(child);
          const entries = [...(child?.whole ?? []), ...stemsOf(node, form)];
          for (const entry of entries) found.push({ ...entry, length });
        }
      }
      nodes = following;
    }
    return found;
  }
}

function newNode<Meaning extends string>(): Node<Meaning> {
  return { next: new Map(), whole: [], openEnd: new Map(), openStart: new Map() };
}

function childOf<Meaning extends string>(node: Node<Meaning>, word: string): Node<Meaning> {
  const child = node.next.get(word) ?? newNode<Meaning>();
  node.next.set(word, child);
  return child;
}

function push<Meaning extends string>(
  map: Map<string, Entry<Meaning>[]>,
  key: string,
  entry: Entry<Meaning>,
): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

function stemsOf<Meaning extends string>(node: Node<Meaning>, form: string): Entry<Meaning>[] {
  if (node.openEnd.size === 0 && node.openStart.size === 0) return [];
  const found: Entry<Meaning>[] = [];
  for (let size = MIN_STEM; size <= Math.min(form.length, MAX_STEM); size++) {
    found.push(...(node.openEnd.get(form.slice(0, size)) ?? []));
    found.push(...(node.openStart.get(form.slice(-size)) ?? []));
  }
  return found;
}

function isHardBreak(token: Token): boolean {
  return token.kind === 'break' && token.isFullStop && token.text !== '.';
}

const PLURAL = /^[a-z]{3,}[^su'\d]s$/u;
const ARABIC = /^[\u0600-\u06ff]+$/u;
const ARABIC_PREFIX = /^(?:وال|بال|لل|ال|و|ب|ل|ف|ك)(?=.{2})/u;

/** A word in its plural also in its singular, a Turkish one without its ending, an Arabic one also without its article, conjunction or preposition, which are written as part of it. */
function formsOf(word: string): string[] {
  // Turkish sets endings off: TL'den.
  const stem = word.split("'")[0] ?? '';
  if (!ARABIC.test(word)) {
    const forms = stem.length > 1 && stem !== word ? [word, stem] : [word];
    if (PLURAL.test(word)) forms.push(word.slice(0, -1));
    if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
    return forms;
  }
  const bare = word.replace(ARABIC_PREFIX, '');
  const barer = bare.replace(/^ال(?=.{2})/u, '');
  return [...new Set([word, bare, barer])];
}
