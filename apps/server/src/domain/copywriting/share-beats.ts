import type { Card } from './write-copy.ts';

export type Shared = { tempoBpm: number; shares: { card: Card; beats: number }[] };

/** The first shot is over by then unless its words take longer, so that name and price come in time; end cards stand so long. */
const MOST_HOOK_SECONDS = 1.6;
const END_SECONDS = { least: 2, most: 3.5 };
/** What gives way first when there is no room. */
const GIVES_WAY: readonly Card['kind'][] = ['pattern', 'detail', 'list', 'line', 'figure', 'quote'];

/**
 * Shares the seconds of an ad out among its cards in half beats: each as long as its words take to read, what is left
 * to end card and product, no two neighbours alike where there is room. The tempo is bent so little that the sum is exact.
 */
export function shareBeats(cards: readonly Card[], seconds: number, tempoBpm: number): Shared {
  const total = Math.round((seconds * tempoBpm) / 30);
  const exact = (total * 30) / seconds;
  const inHalves = (duration: number) => (duration * exact) / 30;
  const halfBeats = (duration: number) => Math.max(2, Math.ceil(inHalves(duration) - 1e-9));
  const kept = [...cards];
  const hookHalves = Math.max(2, Math.floor(inHalves(MOST_HOOK_SECONDS)));
  const least = () => kept.map((card) => halfBeats(leastSeconds(card)));
  while (sum(least()) > total && kept.length > 3) kept.splice(firstToGive(kept), 1);
  const halves = fitted(least(), total);
  spread(halves, kept, total, Math.floor(inHalves(END_SECONDS.most)), hookHalves);
  return {
    tempoBpm: exact,
    shares: kept.map((card, index) => ({ card, beats: (halves[index] ?? 2) / 2 })),
  };
}

function leastSeconds({ kind, neededSeconds }: Card): number {
  return kind === 'end'
    ? Math.max(END_SECONDS.least, Math.min(neededSeconds, END_SECONDS.most))
    : neededSeconds;
}

function firstToGive(cards: readonly Card[]): number {
  for (const kind of GIVES_WAY) {
    const at = cards.findLastIndex((card) => card.kind === kind);
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

/** What is left goes one half beat at a time to the shot that is shortest for its weight. */
function spread(
  halves: number[],
  cards: readonly Card[],
  total: number,
  mostEnd: number,
  mostHook: number,
): void {
  const weights = cards.map(({ kind }, index) =>
    kind === 'end' ? 1.3 : kind === 'name' || kind === 'price' ? 1.2 : 1 - (index % 2) * 0.12,
  );
  for (let left = total - sum(halves); left > 0; left--) {
    let best = -1;
    for (const [index, half] of halves.entries()) {
      const kind = cards[index]?.kind;
      const isFull = (kind === 'hook' && half >= mostHook) || (kind === 'end' && half >= mostEnd);
      const isShorter = best < 0 || half / (weights[index] ?? 1) < (halves[best] ?? 0) / (weights[best] ?? 1);
      if (!isFull && isShorter) best = index;
    }
    const at = best < 0 ? halves.length - 1 : best;
    halves[at] = (halves[at] ?? 0) + 1;
  }
  apart(halves, cards);
}

/** Neighbours of one length lend each other half a beat, as far as both stay readable. */
function apart(halves: number[], cards: readonly Card[]): void {
  for (let index = 2; index < halves.length - 1; index++) {
    const [before, here] = [halves[index - 1] ?? 0, halves[index] ?? 0];
    const isPicture = cards[index]?.kind === 'detail' && cards[index]?.copy.hook === undefined;
    if (before === here && here > 2 && isPicture) {
      halves[index] = here - 1;
      halves[index - 1] = before + 1;
    }
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
