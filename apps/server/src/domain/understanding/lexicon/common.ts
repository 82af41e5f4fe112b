import type { Lexicon } from './lexicon.ts';

/** What is written alike in many languages. */
export const common: Lexicon = {
  tag: '',
  name: 'Any',
  currency:
    'eur, usd, gbp, chf, cad, aud, nzd, jpy, cny, rmb, try, sar, aed, qar, kwd, egp, mad, brl, mxn, sek, nok, dkk, pln, czk, huf, ron, kr, zł, zl, kč, ft, lei, inr, krw, sgd, hkd, thb, myr, idr, php, zar, ngn, kes, ils, rub, uah, грн, руб, рублей, гривень',
  now: '=',
  act: 'link in bio',
  format:
    '9:16, 16:9, 1:1, 4:5, reels, reel, tiktok, instagram, youtube, shorts, story, stories, vertical, horizontal',
  free: 'gratis',
  code: 'code, coupon, promo',
  and: '&, +',
  video: 'video, reel, reels',
  second: 's, sec',
  callToAction: 'cta',
};
