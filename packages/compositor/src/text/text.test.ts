import fc from 'fast-check';
import { contrast } from '@spotsmith/motion/color/oklch';
import { cleanText } from '@spotsmith/motion/text/clean-text';
import { createTextMeasurer, setFont } from '@spotsmith/motion/text/text-measurer';
import { expect, test } from 'vitest';
import { createPixelSurface } from '../canvas/node-canvas.ts';
import { nodeFonts } from '../canvas/node-fonts.ts';
import { fontIds } from '../fonts.ts';
import type { TextSprite } from '../sprites/sprite-spec.ts';
import { type BackdropFrames, chooseLegibility } from './choose-legibility.ts';
import { drawText } from './draw-text.ts';
import { setTitle, type TitleWish } from './set-title.ts';

const canvas = { width: 1920, height: 1080 };

function sprite(text: string, change: Partial<TextSprite> = {}): TextSprite {
  return {
    type: 'text',
    text,
    font: 'inter',
    language: 'und',
    sizePx: 72,
    color: '#ffffff',
    align: 'center',
    anchor: 'middle',
    legibility: 'none',
    canvas,
    rect: { x: 100, y: 100, width: 1000, height: 260 },
    box: { x: 40, y: 40, width: 920, height: 180 },
    backdrops: [],
    ...change,
  };
}

function flat(r: number, g: number, b: number): BackdropFrames[] {
  const frame = Uint8Array.from({ length: 16 * 9 * 3 }, (_, index) => [r, g, b][index % 3] ?? 0);
  return [{ width: 16, height: 9, frames: [frame] }];
}

function set(text: string, change: Partial<TitleWish> = {}) {
  const box = { sizePx: 72, boxWidth: 920, boxHeight: 180 };
  const title = setTitle({ text, font: 'inter', language: 'und', align: 'center', ...box, ...change });
  if (!title) throw new Error(`“${text}” leaves no ink.`);
  return title;
}

const rowsOf = (text: string, change?: Partial<TitleWish>) =>
  set(text, change).block.rows.map((row) => row.text);

test('any text fits its box, whole', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 200, max: 1600 }), (text, boxWidth) => {
      const title = setTitle({ ...sprite(text), boxWidth, boxHeight: 200 });
      const bare = (it: string) => it.replace(/\s/gu, '');
      const drawn = title?.block.rows.map((row) => row.text).join('') ?? '';
      expect(bare(drawn)).toBe(bare(cleanText(text)));
      expect(title?.block.width ?? 0).toBeLessThanOrEqual(boxWidth + 0.01);
      expect(title?.block.height ?? 0).toBeLessThanOrEqual(200.01);
    }),
    { numRuns: 60 },
  );
});

test('a short text keeps its wanted size on one line; a long one wraps into even lines', () => {
  expect(rowsOf('Aurora Buds Pro')).toHaveLength(1);
  expect(set('Aurora Buds Pro').sizePx).toBe(72);
  const { rows } = set('A rather long call to action for everyone', { boxHeight: 300 }).block;
  expect(rows).toHaveLength(2);
  expect(Math.abs((rows[0]?.width ?? 0) - (rows[1]?.width ?? 0))).toBeLessThan(250);
});

test('explicit line breaks are kept, an empty line costs no size, and words are never broken', () => {
  expect(rowsOf('Two\nlines')).toEqual(['Two', 'lines']);
  const [whole, apart] = [set('One\nTwo', { boxHeight: 400 }), set('One\n\nTwo', { boxHeight: 400 })];
  expect(apart.sizePx).toBe(whole.sizePx);
  const word = 'Donaudampfschifffahrtsgesellschaftskapitän';
  expect(rowsOf(word)).toEqual([word]);
});

test('a price is never parted at its no-break spaces, and no line begins with a mark', () => {
  const rows = rowsOf('Casque Aurora Max à 1\u202f299,90\u00a0€ seulement\u202f!', {
    boxWidth: 330,
    boxHeight: 500,
  });
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.some((row) => row.includes('1\u202f299,90\u00a0€'))).toBe(true);
  for (const row of rows) expect(row).not.toMatch(/^[!?]/u);
});

test('long compounds break after hyphens, strokes and marked places instead of shrinking', () => {
  for (const text of [
    'Noise-cancelling-over-ear-headphones',
    'Schwarz/Weiß/Rot/Blau/Grün/Gelb/Orange',
    'Super\u200bLong\u200bProduct\u200bName\u200bEdition\u200bDeluxe',
  ]) {
    const title = set(text, { boxWidth: 500, boxHeight: 384 });
    expect(title.block.rows.length, text).toBeGreaterThan(1);
    expect(title.sizePx, text).toBeGreaterThan(50);
  }
});

test('Thai and Japanese break between words, and never before a closing mark', () => {
  const thai = 'ซื้อเลยวันนี้ลดราคาห้าสิบเปอร์เซ็นต์ทุกสาขาทั่วประเทศ';
  expect(rowsOf(thai, { boxWidth: 500, boxHeight: 400 }).length).toBeGreaterThan(1);
  for (const row of rowsOf('今すぐ購入。送料無料！数量限定、お早めに。', { boxWidth: 330, boxHeight: 500 })) {
    expect(row).not.toMatch(/^[。！、]/u);
  }
});

test('every script and sign is drawn by fonts of our own, and what none can draw is named', () => {
  const texts = [
    'ទិញឥឡូវនេះ',
    'ယနေ့ပဲ ဝယ်ယူပါ',
    'ఇప్పుడే కొనండి',
    'ಈಗ ಖರೀದಿಸಿ',
    'ഇപ്പോൾ വാങ്ങൂ',
    'હમણાં ખરીદો',
    'ਹੁਣੇ ਖਰੀਦੋ',
    'ଏବେ କିଣନ୍ତୁ',
    'දැන් මිලදී ගන්න',
    'አሁን ይግዙ',
    'ད་ལྟ་ཉོ།',
    'ᎭᏩ',
    'Գնեք հիմա',
    'H₂O ✗ ✕ ➜ ► ℠ ✦ 𝗕',
  ];
  for (const text of texts) expect(set(text).missing, text).toEqual([]);
  expect(set('Cuneiform \u{12000}').missing).toEqual(['\u{12000}']);
});

test('the language decides the direction, else the first strong letter; marks that turn text are dropped', () => {
  const directionOf = (text: string, language = 'und') => set(text, { language }).block.direction;
  expect(directionOf('أورورا برو 20%')).toBe('rtl');
  expect(directionOf('Buds أورورا')).toBe('ltr');
  expect(directionOf('iPhone 15 بخصم ٪20', 'ar')).toBe('rtl');
  expect(rowsOf('Only \u202e$19.99\u202c')).toEqual(['Only $19.99']);
});

test('a text of invisible characters is no text', () => {
  expect(setTitle({ ...sprite('\u200b\u200d\u2060'), boxWidth: 920, boxHeight: 180 })).toBeNull();
});

test.for(fontIds)('%s draws text of its own shape', async (font) => {
  const { png } = await drawText(sprite('Aurora 50%', { font }), []);
  const inter = await drawText(sprite('Aurora 50%'), []);
  if (font !== 'inter') expect(Buffer.from(png).equals(inter.png)).toBe(false);
});

test('contrast follows WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('text is left bare on a dark picture, and gets a plate where nothing less makes it legible', () => {
  const ink = { x: 300, y: 300, width: 800, height: 100 };
  const auto = sprite('Hello', { legibility: 'auto' });
  expect(chooseLegibility(auto, ink, flat(20, 20, 30)).decoration).toBe('none');
  expect(chooseLegibility(auto, ink, flat(160, 160, 160)).decoration).toBe('shadow');
  expect(chooseLegibility(auto, ink, flat(255, 255, 255)).decoration).toBe('plate');
  for (const grey of [0, 40, 80, 120, 160, 200, 255]) {
    expect(chooseLegibility(auto, ink, flat(grey, grey, grey)).contrast).toBeGreaterThan(4.5);
  }
});

test('dark text is helped by light, and one bright frame among many is enough to ask for help', () => {
  const ink = { x: 300, y: 300, width: 800, height: 100 };
  const dark = sprite('Hello', { legibility: 'auto', color: '#101010' });
  expect(chooseLegibility(dark, ink, flat(30, 30, 30)).decoration).not.toBe('none');
  const auto = sprite('Hello', { legibility: 'auto' });
  expect(chooseLegibility(auto, ink, [...flat(10, 10, 10), ...flat(250, 250, 250)]).decoration).toBe('plate');
});

test('nothing is drawn at the edge of a sprite, so nothing is cut off', async () => {
  const { createCanvas: make, loadImage } = await import('@napi-rs/canvas');
  for (const legibility of ['none', 'shadow', 'plate'] as const) {
    const wish = sprite('Ålesund gjøkur ẞ\nÇağrı — јў', { legibility });
    const { png } = await drawText(wish, []);
    const drawing = make(wish.rect.width, wish.rect.height).getContext('2d');
    drawing.drawImage(await loadImage(Buffer.from(png)), 0, 0);
    const { data } = drawing.getImageData(0, 0, wish.rect.width, wish.rect.height);
    const alpha = (x: number, y: number) => data[4 * (y * wish.rect.width + x) + 3] ?? 0;
    const across = Array.from({ length: wish.rect.width }, (_, x) =>
      Math.max(alpha(x, 0), alpha(x, wish.rect.height - 1)),
    );
    expect(Math.max(...across), legibility).toBeLessThan(24);
  }
});

test('a narrow face stays narrow after a text of another language', () => {
  const { context } = createPixelSurface(8, 8);
  const narrow = {
    family: 'archivo',
    weight: 900,
    stretch: 'extra-condensed',
    trackingEm: 0,
    lineEm: 1,
  } as const;
  const [run] = createTextMeasurer(createPixelSurface, nodeFonts).ink(narrow, 'SHOP NOW', 'en').runs;
  if (!run) throw new Error('A line has a run.');
  const widthIn = (language: string) => {
    setFont(context, { ...run, language }, 100);
    return context.measureText(run.text).width;
  };
  expect([widthIn('en'), widthIn('de'), widthIn('en')]).toEqual(
    Array.from({ length: 3 }, () => widthIn('en')),
  );
  const { stretch: _, ...wide } = run;
  setFont(context, wide, 100);
  expect(context.measureText(run.text).width).toBeGreaterThan(1.3 * widthIn('de'));
});
