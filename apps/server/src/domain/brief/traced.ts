import { CHECKABLE } from './checkable.ts';
import { plainWords } from './plain-words.ts';
import { wordFinder, wordList } from './word-match.ts';

const FIGURES = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;
const SIGNS = /[%€$£¥]/gu;
/** Words that make an offer without a figure. */
const OFFERS = wordList(`
  sale, discount*, half price, half off, free, for nothing, deal, bargain*, clearance, cheapest, lowest price, today only,
  this week only, last chance, while stocks last, two for one, gratis, kostenlos*, umsonst, rabatt*, angebot*, reduziert*,
  halber preis, zum halben preis, nur heute, oferta*, descuento*, rebaja*, mitad de precio, solo hoy, promo*, soldes, remise*,
  gratuit*, moitié prix, sconto*, saldi, offerta, metà prezzo, solo oggi, desconto*, grátis, metade do preço, só hoje, korting*,
  uitverkoop, indirim*, ücretsiz, скидк*, бесплатн*, распродаж*, خصم, تخفيض, مجان, הנחה, חינם, छूट, 折, 免费, 優惠, 割引, 無料, 할인, 무료`);

/**
 * What a line says that the user did not: its figures, offers and claims that do not stand in `said`, the user's own words.
 * Empty when it may be shown.
 */
export function untraced(line: string, said: string): string[] {
  const text = plainWords(line);
  const source = plainWords(said);
  const find = wordFinder(text);
  const findSaid = wordFinder(source);
  const own: readonly string[] = source.match(FIGURES) ?? [];
  const invented = [
    ...(text.match(FIGURES) ?? []).filter((figure) => !own.includes(figure)),
    ...(text.match(SIGNS) ?? []).filter((sign) => !source.includes(sign)),
    ...[...CHECKABLE, ...OFFERS].flatMap((word) => {
      const found = find(word);
      return found === null || findSaid(word) !== null ? [] : [found.word];
    }),
  ];
  return [...new Set(invented)];
}

/** The line when the user said all that it claims; else nothing. */
export function tracedOnly(line: string, said: string): string {
  return untraced(line, said).length === 0 ? line : '';
}
