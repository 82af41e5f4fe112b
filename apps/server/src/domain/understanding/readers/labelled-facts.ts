import type { Labelled } from '#src/domain/understanding/pasted-code.ts';
import type { Reading } from '#src/domain/understanding/reading.ts';

type Field = 'name' | 'what' | 'price' | 'was' | 'off' | 'until' | 'starts' | 'code';
type Told = Record<Field, string | null>;

const KEYS: Record<Field, RegExp> = {
  name: /^(?:name|product|product ?name|title|brand|produkt|produktname|titel|marke|nombre|producto|marca|nom|produit|marque|nome|prodotto|produto|ad|ürün|商品名|商品|名称|产品|产品名|اسم|المنتج)$/u,
  what: /^(?:type|kind|category|what|art|kategorie|typ|tipo|categoría|categoria|catégorie|genre|tür|kategori|種類|类别|النوع|الفئة)$/u,
  price:
    /^(?:price|preis|precio|prix|prezzo|preço|fiyat|価格|价格|السعر|now|sale|sale ?price|current ?price|angebot|angebotspreis|oferta|promo|new ?price)$/u,
  was: /^(?:was|before|old ?price|regular ?price|list ?price|rrp|msrp|original ?price|vorher|uvp|statt|alter preis|antes|precio ?anterior|avant|ancien ?prix|prima|prezzo ?precedente|preço ?anterior|eski ?fiyat|定価|原价)$/u,
  off: /^(?:off|discount|rabatt|descuento|remise|réduction|sconto|desconto|indirim|割引|折扣|خصم)$/u,
  until:
    /^(?:until|ends|end|valid ?until|valid ?to|expires|expiry|bis|gültig ?bis|ende|hasta|fin|termina|jusqu'au|fino al|scadenza|até|bitiş|期限|截止|截止日期)$/u,
  starts:
    /^(?:starts|start|from|launch|valid ?from|ab|beginn|inicio|début|inizio|início|başlangıç|開始|开始)$/u,
  code: /^(?:code|coupon|promo ?code|gutschein|código|codigo|codice|kod|クーポン|优惠码)$/u,
};
const SALE = /^(?:now|sale|sale ?price|current ?price|angebot|angebotspreis|oferta|promo|new ?price)$/u;

/** What pasted data says under its own keys; a sale price makes the price beside it the old one. */
export function labelledFacts(reading: Reading, labelled: readonly Labelled[]): Told {
  const told: Told = {
    name: null,
    what: null,
    price: null,
    was: null,
    off: null,
    until: null,
    starts: null,
    code: null,
  };
  for (const value of labelled) {
    const field = (Object.keys(KEYS) as Field[]).find((key) => KEYS[key].test(value.key));
    const from = reading.tokens.findIndex((token) => token.start >= value.start);
    const after = reading.tokens.findIndex((token) => token.start >= value.end);
    const span = { from, to: after < 0 ? reading.tokens.length : after };
    const isFigure = /^[-\d.,]*$/u.test(reading.text.slice(value.start, value.end));
    if (!field && isFigure && from >= 0) reading.claim(span, 'noise');
    if (!field || from < 0 || span.to <= from || !reading.isFree(span)) continue;
    const words = reading.text.slice(value.start, value.end);
    if (field === 'price' && SALE.test(value.key) && told.price) told.was ??= told.price;
    if (field === 'price' && told.price && !SALE.test(value.key)) told.was ??= words;
    else told[field] = words;
    reading.claim(span, field);
  }
  return told;
}
