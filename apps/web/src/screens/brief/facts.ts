import type { Facts } from '@spotsmith/contract/facts';

/** Facts of the form: each a line as it is typed, in the order in which they are asked for. Lengths as the API takes them. */
export const FACT_LENGTHS = {
  price: 80,
  was: 80,
  off: 80,
  until: 80,
  shipping: 120,
  benefit1: 120,
  benefit2: 120,
  benefit3: 120,
  quote: 200,
  by: 60,
  url: 200,
} as const;
export type FactLine = keyof typeof FACT_LENGTHS;
export type FactLines = Partial<Record<FactLine, string>>;

/** What was typed, as the API takes it; undefined when nothing was. */
export function factsOf(lines: FactLines): Facts | undefined {
  const said = (line: FactLine) => lines[line]?.trim() || undefined;
  const only = <Part extends object>(part: Part) => {
    const filled = Object.entries(part).filter(([, value]) => value !== undefined);
    return filled.length === 0 ? undefined : (Object.fromEntries(filled) as Part);
  };
  const benefits = (['benefit1', 'benefit2', 'benefit3'] as const).flatMap((line) => said(line) ?? []);
  return only({
    offer: only({
      price: said('price'),
      was: said('was'),
      off: said('off'),
      until: said('until'),
      shipping: said('shipping'),
    }),
    benefits: benefits.length === 0 ? undefined : benefits,
    proof: only({ quote: said('quote'), by: said('by') }),
    url: said('url'),
  });
}
