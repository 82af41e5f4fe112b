import type { Reading, Span } from '#src/domain/understanding/reading.ts';

/** An amount of money: the span with its currency. */
export type Amount = Span & { hasCurrency: boolean };

const PERCENT_WORDS = /^(?:percent|prozent|porcento|yuzde|pct)$/u;
const PERCENT_PAIRS =
  /^(?:per cent|por ciento|pour cent|por cento|per cento|في المئة|في المائة|بالمئة|بالمائة)$/u;

/** Amounts in words; the commonest, as far as prices go. */
const NUMBER_WORD =
  /^(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|hundred|thousand|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|(?:ein|zwei|drei|vier|funf|sechs|sieben|acht|neun)?und(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)|zwanzig|dreissig|vierzig|funfzig|hundert|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|cien|cinq|dix|douze|quinze|vingt|trente|quarante|cinquante|cent|cinque|dieci|dodici|quindici|venti|trenta|quaranta|cinquanta|cento|dez|doze|vinte|trinta|quarenta|cinquenta|cem|bes|on|yirmi|otuz|kirk|elli|yuz)$/u;

/** The amount of money that begins at that token. `2 500 €` and `20–35 €` are one. */
export function amountAt(reading: Reading, at: number): Amount | null {
  const { tokens } = reading;
  const before = currencyLength(reading, at);
  const first = at + before;
  if (NUMBER_WORD.test(tokens[at]?.fold ?? '') && currencyLength(reading, at + 1) > 0)
    return { from: at, to: at + 2, hasCurrency: true };
  if (tokens[first]?.kind !== 'number') return null;
  if (before > 1 && tokens[first - 1]?.kind === 'word') return null;
  let to = first + 1;
  const isThousands =
    /^\p{Nd}{1,3}$/u.test(tokens[first]?.text ?? '') &&
    /^\p{Nd}{3}(?:[.,]\p{Nd}{1,2})?$/u.test(tokens[to]?.text ?? '');
  if (isThousands && tokens[to]?.kind === 'number' && (before > 0 || currencyLength(reading, to + 1) > 0))
    to++;
  const isRange =
    /^[-–~]$/u.test(tokens[to]?.text ?? '') &&
    // "$34 - 10 year guarantee" is a list.
    (tokens[to]?.kind !== 'break' || before === 0 || currencyLength(reading, to + 1) > 0);
  if (isRange) {
    const second = to + 1 + currencyLength(reading, to + 1);
    if (tokens[second]?.kind === 'number' && (before > 0 || currencyLength(reading, second + 1) > 0))
      to = second + 1;
  }
  const after = currencyLength(reading, to);
  to += after;
  return { from: at, to, hasCurrency: before + after > 0 };
}

function currencyLength(reading: Reading, at: number): number {
  const token = reading.tokens[at];
  if (!token || reading.roles[at]) return 0;
  if (token.kind === 'currency') return 1;
  return token.kind === 'word' ? reading.length('currency', at) : 0;
}

/** The percentage that begins at that token: `30%`, `%30`, `10 percent`. */
export function percentAt(reading: Reading, at: number): Span | null {
  const { tokens } = reading;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token) return null;
  if (isPercentSign(token.text) || token.fold === 'yuzde')
    return next?.kind === 'number' ? { from: at, to: at + 2 } : null;
  if (token.kind !== 'number' || !next) return null;
  if (isPercentSign(next.text) || PERCENT_WORDS.test(next.fold)) return { from: at, to: at + 2 };
  const pair = `${next.fold} ${tokens[at + 2]?.fold ?? ''}`;
  return PERCENT_PAIRS.test(pair) ? { from: at, to: at + 3 } : null;
}

function isPercentSign(text: string): boolean {
  return text === '%' || text === '٪' || text === '％';
}
