import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fontIds } from '../fonts.ts';
import type { TextSprite } from '../sprites/sprite-spec.ts';
import { type BackdropFrames, chooseLegibility } from './choose-legibility.ts';
import { contrastRatio, luminance, parseColor } from './contrast.ts';
import { drawText } from './draw-text.ts';
import { layOutText } from './lay-out-text.ts';

const canvas = { width: 1920, height: 1080 };

function sprite(text: string, change: Partial<TextSprite> = {}): TextSprite {
  return {
    type: 'text',
    text,
    font: 'inter',
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

function lay(text: string, boxWidth = 920, boxHeight = 180) {
  const context = createCanvas(16, 16).getContext('2d');
  return layOutText(context, { text, font: 'inter', sizePx: 72, boxWidth, boxHeight });
}

test('any text fits its box, whole, or says that it does not', () => {
  const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.lorem({ maxCount: 12 }));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 200, max: 1600 }), (text, width) => {
      const layout = lay(text, width, 200);
      const drawn = layout.lines
        .map((line) => line.text)
        .join('')
        .replace(/\s/gu, '');
      expect(drawn).toBe(text.trim().replace(/\s/gu, ''));
      if (!layout.isWhole) return;
      expect(layout.width).toBeLessThanOrEqual(width);
      expect(layout.height).toBeLessThanOrEqual(200);
    }),
    { numRuns: 60 },
  );
});

test('a short text keeps its wanted size on one line; a long one wraps into even lines', () => {
  expect(lay('Aurora Buds Pro')).toMatchObject({ sizePx: 72, isWhole: true });
  const long = lay('A rather long call to action for everyone', 920, 300);
  expect(long.lines).toHaveLength(2);
  const [first, second] = long.lines.map((line) => line.width);
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThan(200);
});

test('explicit line breaks are kept, and words are never broken when a smaller size fits', () => {
  expect(lay('Two\nlines').lines.map((line) => line.text)).toEqual(['Two', 'lines']);
  const word = 'Donaudampfschifffahrtsgesellschaftskapitän';
  expect(lay(word).lines.map((line) => line.text)).toEqual([word]);
});

test('Thai and Japanese break between words, and never before a closing mark', () => {
  const thai = lay('ซื้อเลยวันนี้ลดราคาห้าสิบเปอร์เซ็นต์ทุกสาขาทั่วประเทศ', 500, 400);
  expect(thai.lines.length).toBeGreaterThan(1);
  for (const { text } of lay('今すぐ購入。送料無料！数量限定、お早めに。', 330, 500).lines) {
    expect(text).not.toMatch(/^[。！、]/u);
  }
});

test('the first strong letter decides the direction', () => {
  expect(lay('أورورا برو 20%').direction).toBe('rtl');
  expect(lay('20% חסכון').direction).toBe('rtl');
  expect(lay('Buds أورورا').direction).toBe('ltr');
});

test.for(fontIds)('%s draws text of its own shape', async (font) => {
  const { png, layout } = await drawText(sprite('Aurora 50%', { font }), []);
  const inter = await drawText(sprite('Aurora 50%'), []);
  expect(layout.isWhole).toBe(true);
  if (font !== 'inter') expect(Buffer.from(png).equals(inter.png)).toBe(false);
});

test('contrast follows WCAG', () => {
  const of = (a: string, b: string) => contrastRatio(luminance(parseColor(a)), luminance(parseColor(b)));
  expect(of('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(of('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
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
