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

/** `$0.05`, `$12.40`, `$0.0031`: cents at least, more digits only below a cent. */
export function formatUsd(micros: Micros): string {
  const usd = microsToUsd(micros);
  return usd > 0 && usd < 0.01 ? `$${usd.toPrecision(2)}` : `$${usd.toFixed(2)}`;
}
