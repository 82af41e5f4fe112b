import type { Card } from './write-copy.ts';

export type Shared = { tempoBpm: number; shares: { card: Card; beats: number }[] };

/** End cards stand at least so long. */
const LEAST_END_SECONDS = 2;
/**
 * What a shot is given at most beyond what its words take: the first is soon over, so that name and price come in time,
 * and a look without words is short.
 */
const MOST_SECONDS: Record<Card['kind'], number> = {
  hook: 1.6,
  name: 2.3,
  price: 2.6,
  line: 2.4,
  figure: 2.4,
  list: 2.8,
  look: 1.5,
  poster: 1.9,
  pattern: 1.7,
  quote: 3,
  end: 3.6,
};
/** Half beats that the longest card gives up before one is left out. */
const SPARED = 1;
/** These stay short, whatever is left. */
const SHORT = new Set<Card['kind'] | undefined>(['hook', 'look', 'poster', 'pattern']);
/** What gives way first when there is no room. */
const GIVES_WAY: readonly Card['kind'][] = ['pattern', 'look', 'poster', 'list', 'line', 'figure', 'quote'];

/**
 * Shares the seconds of an ad out among its cards in half beats: each as long as its words take to read, what is left
 * to end card and product, no two neighbours alike where there is room. The tempo is bent so little that the sum is exact.
 */
export function shareBeats(cards: readonly Card[], seconds: number, tempoBpm: number): Shared {
  const total = Math.round((seconds * tempoBpm) / 30);
  const exact = (total * 30) / seconds;
  const inHalves = (duration: number) => (duration * exact) / 30;
  const halfBeats = (duration: number) => Math.max(2, Math.ceil(inHalves(duration) - 1e-9));
  const halvesOf = (some: readonly Card[]) => some.map((card) => halfBeats(leastSeconds(card)));
  const kept = chosen(cards, (some) => total - sum(halvesOf(some)));
  const halves = fitted(halvesOf(kept), total);
  spread(halves, kept, total, inHalves);
  return {
    tempoBpm: exact,
    shares: kept.map((card, index) => ({ card, beats: (halves[index] ?? 2) / 2 })),
  };
}

/**
 * The cards there is room for, in their order: what says least is left out until the rest fits, and what fits into the room
 * that is left then comes back, so that no card stands for twice its time. `room` is what cards leave of the whole.
 */
function chosen(cards: readonly Card[], room: (some: readonly Card[]) => number): Card[] {
  let kept = [...cards];
  const dropped: Card[] = [];
  // What the longest card can spare of itself is no reason to leave another out.
  while (room(kept) < -SPARED && kept.length > 3) dropped.push(...kept.splice(firstToGive(kept), 1));
  for (const card of dropped.toReversed()) {
    const more = cards.filter((one) => one === card || kept.includes(one));
    if (room(more) >= 0 && !hasLooksSideBySide(more)) kept = more;
  }
  return kept;
}

function hasLooksSideBySide(cards: readonly Card[]): boolean {
  return cards.some(({ kind }, at) => kind === 'look' && cards[at + 1]?.kind === 'look');
}

function leastSeconds({ kind, neededSeconds }: Card): number {
  return kind === 'end'
    ? Math.max(LEAST_END_SECONDS, Math.min(neededSeconds, MOST_SECONDS.end))
    : neededSeconds;
}

/** Of several looks the last goes first: without what stands between them two would follow each other. */
function firstToGive(cards: readonly Card[]): number {
  const looks = cards.filter(({ kind }) => kind === 'look').length;
  for (const kind of looks > 1 ? (['look', ...GIVES_WAY] as const) : GIVES_WAY) {
    const at = cards.findLastIndex((card) => card.kind === kind && card.isKept !== true);
    if (at > 0) return at;
  }
  return cards.length - 2;
}

/** Three cards that still do not fit share what there is. */
function fitted(least: readonly number[], total: number): number[] {
  const halves = [...least];
  while (sum(halves) > total) {
    const longest = halves.indexOf(Math.max(...halves));
    halves[longest] = (halves[longest] ?? 2) - 1;
  }
  return halves;
}

/** What is left goes one half beat at a time to the shot that is shortest for its weight and not yet full. */
function spread(
  halves: number[],
  cards: readonly Card[],
  total: number,
  inHalves: (duration: number) => number,
): void {
  const weights = cards.map(({ kind }, index) =>
    kind === 'end' ? 1.3 : kind === 'name' || kind === 'price' ? 1.2 : 1 - (index % 2) * 0.12,
  );
  const isFull = (index: number) =>
    (halves[index] ?? 0) >= Math.max(2, Math.floor(inHalves(MOST_SECONDS[cards[index]?.kind ?? 'line'])));
  const next = (may: (index: number) => boolean) =>
    halves
      .map((half, index) => ({ index, share: half / (weights[index] ?? 1) }))
      .filter(({ index }) => may(index))
      .toSorted((a, b) => a.share - b.share || a.index - b.index)[0]?.index;
  for (let left = total - sum(halves); left > 0; left--) {
    const at =
      next((index) => !isFull(index)) ?? next((index) => !SHORT.has(cards[index]?.kind)) ?? halves.length - 1;
    halves[at] = (halves[at] ?? 0) + 1;
  }
  apart(halves, cards);
}

/** Neighbours of one length lend each other half a beat, as far as both stay readable. */
function apart(halves: number[], cards: readonly Card[]): void {
  for (let index = 2; index < halves.length - 1; index++) {
    const [before, here] = [halves[index - 1] ?? 0, halves[index] ?? 0];
    const isPicture = Object.keys(cards[index]?.copy ?? { hook: '' }).length === 0;
    if (before === here && here > 2 && isPicture) {
      halves[index] = here - 1;
      halves[index - 1] = before + 1;
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
