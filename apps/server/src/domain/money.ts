/**
 * Money is an integer number of micro-dollars: 1 USD = 1,000,000. A JavaScript number holds whole micro-dollars
 * exactly up to 9 billion dollars, so no float rounding can creep in.
 */
export type Micros = number;

const MICROS_PER_USD = 1_000_000;

/** Rounds to the nearest micro-dollar. Throws RangeError on negative or non-finite amounts. */
export function usdToMicros(usd: number): Micros {
  if (!Number.isFinite(usd) || usd < 0) throw new RangeError(`Not an amount of money: ${usd}`);
  return Math.round(usd * MICROS_PER_USD);
}

export function microsToUsd(micros: Micros): number {
  return micros / MICROS_PER_USD;
}

/** `$0.05`, `$12.40`, `$0.145`: cents at least, and up to four digits; rounded up, so that nothing costs more than it says. */
export function formatUsd(micros: Micros): string {
  const tenThousandths = Math.ceil(micros / 100);
  return `$${(tenThousandths / 10_000).toFixed(4).replace(/0{1,2}$/, '')}`;
}
