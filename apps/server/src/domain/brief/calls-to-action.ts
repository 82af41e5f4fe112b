import { cutAtWord } from './plain-words.ts';

/** What the ad wants people to do. */
export type Intent = 'buy' | 'order' | 'discover' | 'try' | 'book';

const PHRASES: Record<string, Record<Intent, string>> = {
  en: {
    buy: 'Shop now',
    order: 'Order now',
    discover: 'Discover more',
    try: 'Try it today',
    book: 'Book now',
  },
  de: {
    buy: 'Jetzt kaufen',
    order: 'Jetzt bestellen',
    discover: 'Jetzt entdecken',
    try: 'Jetzt testen',
    book: 'Jetzt buchen',
  },
  es: {
    buy: 'Compra ahora',
    order: 'Pide ahora',
    discover: 'Descúbrelo',
    try: 'Pruébalo hoy',
    book: 'Reserva ahora',
  },
  fr: {
    buy: 'Achetez maintenant',
    order: 'Commandez maintenant',
    discover: 'Découvrir',
    try: 'Essayez-le',
    book: 'Réservez maintenant',
  },
  it: {
    buy: 'Acquista ora',
    order: 'Ordina ora',
    discover: 'Scopri di più',
    try: 'Provalo oggi',
    book: 'Prenota ora',
  },
  pt: {
    buy: 'Compre agora',
    order: 'Peça agora',
    discover: 'Saiba mais',
    try: 'Experimente hoje',
    book: 'Reserve agora',
  },
  nl: { buy: 'Koop nu', order: 'Bestel nu', discover: 'Ontdek meer', try: 'Probeer het nu', book: 'Boek nu' },
  tr: {
    buy: 'Hemen satın al',
    order: 'Hemen sipariş ver',
    discover: 'Keşfet',
    try: 'Hemen dene',
    book: 'Hemen rezervasyon yap',
  },
  pl: {
    buy: 'Kup teraz',
    order: 'Zamów teraz',
    discover: 'Dowiedz się więcej',
    try: 'Wypróbuj dziś',
    book: 'Zarezerwuj teraz',
  },
  da: { buy: 'Køb nu', order: 'Bestil nu', discover: 'Se mere', try: 'Prøv i dag', book: 'Book nu' },
  sv: { buy: 'Köp nu', order: 'Beställ nu', discover: 'Upptäck mer', try: 'Prova idag', book: 'Boka nu' },
  ru: {
    buy: 'Купить сейчас',
    order: 'Заказать сейчас',
    discover: 'Узнать больше',
    try: 'Попробуйте сегодня',
    book: 'Забронировать',
  },
  uk: {
    buy: 'Купити зараз',
    order: 'Замовити зараз',
    discover: 'Дізнатися більше',
    try: 'Спробуйте сьогодні',
    book: 'Забронювати',
  },
  el: {
    buy: 'Αγοράστε τώρα',
    order: 'Παραγγείλτε τώρα',
    discover: 'Ανακαλύψτε το',
    try: 'Δοκιμάστε το σήμερα',
    book: 'Κλείστε τώρα',
  },
  ar: { buy: 'تسوق الآن', order: 'اطلب الآن', discover: 'اكتشف المزيد', try: 'جرّبه اليوم', book: 'احجز الآن' },
  fa: {
    buy: 'همین حالا بخرید',
    order: 'همین حالا سفارش دهید',
    discover: 'بیشتر بدانید',
    try: 'امروز امتحان کنید',
    book: 'رزرو کنید',
  },
  he: { buy: 'קנו עכשיו', order: 'הזמינו עכשיו', discover: 'גלו עוד', try: 'נסו היום', book: 'הזמינו מקום' },
  hi: { buy: 'अभी खरीदें', order: 'अभी ऑर्डर करें', discover: 'और जानें', try: 'आज ही आज़माएँ', book: 'अभी बुक करें' },
  th: { buy: 'ซื้อเลย', order: 'สั่งซื้อเลย', discover: 'ดูเพิ่มเติม', try: 'ลองเลยวันนี้', book: 'จองเลย' },
  ja: {
    buy: '今すぐ購入',
    order: '今すぐ注文',
    discover: '詳しく見る',
    try: '今すぐ試す',
    book: '今すぐ予約',
  },
  ko: {
    buy: '지금 구매하기',
    order: '지금 주문하기',
    discover: '자세히 보기',
    try: '지금 체험하기',
    book: '지금 예약하기',
  },
  zh: { buy: '立即购买', order: '立即订购', discover: '了解更多', try: '立即体验', book: '立即预订' },
};

/** What is usual to say in that language; English where the language is not in the table. At most 30 characters. */
export function usualCallToAction(languageTag: string, intent: Intent): string {
  const phrases = PHRASES[languageTag] ?? PHRASES['en'];
  return cutAtWord(phrases?.[intent] ?? 'Discover more', 30);
}

/** All that an ad in that language may ask for by itself. */
export const usualCallsToAction = (languageTag: string): string[] =>
  Object.values(PHRASES[languageTag] ?? PHRASES['en'] ?? {});
