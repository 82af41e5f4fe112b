import { beforeAll, describe, expect, test } from 'vitest';
import { checkContrast } from '../src/check/check-contrast.ts';
import { checkLayout, type Finding } from '../src/check/check-layout.ts';
import { contrast, toOklch } from '../src/color/oklch.ts';
import type { LaidOutShot } from '../src/lay-out-shot.ts';
import type { Layer } from '../src/layer.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { createPaintCache } from '../src/paint/paint-cache.ts';
import type { Copy, LayoutId, StyleId } from '../src/storyboard.ts';
import { styles } from '../src/styles/styles.ts';
import { canvases, layOutSample, loadTestProduct, type TestProduct } from './support/lay-out-sample.ts';
import { createNodeSurface } from './support/node-canvas.ts';

const styleIds = Object.keys(styles) as StyleId[];
const layoutIds = Object.keys(layouts) as LayoutId[];
const cache = createPaintCache(createNodeSurface);

let products: TestProduct[];

beforeAll(async () => {
  products = await Promise.all(['shoe', 'watch', 'serum', 'headphones'].map(loadTestProduct));
});

const productAt = (index: number) => products[index % products.length] as TestProduct;

function findingsOf(shot: LaidOutShot, { pictures }: TestProduct): Finding[] {
  return [
    ...checkLayout(shot, pictures, createNodeSurface),
    ...checkContrast(shot, pictures, cache, createNodeSurface),
  ];
}

/** Every layout in every canvas, each with another product. */
function checkStyle(style: StyleId, first: number, rest: Parameters<typeof layOutSample>[4] = {}): string[] {
  return layoutIds.flatMap((layout, i) =>
    Object.entries(canvases).flatMap(([canvas, size], j) => {
      const product = productAt(first + i + j);
      const shot = layOutSample(product, style, layout, size, rest);
      return findingsOf(shot, product).map(
        ({ kind, words, detail }) => `${layout} ${canvas} ${product.name}: ${kind} “${words}” ${detail}`,
      );
    }),
  );
}

describe.each(styleIds)('in the style %s', (style) => {
  test('words keep their margins, stay off the product and each other, and read well in every layout and canvas', () => {
    expect(checkStyle(style, styleIds.indexOf(style))).toEqual([]);
  });

  test('so do words below the product, where a shot of a tall ad is flipped', () => {
    const findings = (['offer', 'big-number', 'in-space'] as const).flatMap((layout, i) =>
      (['9:16', '4:5', '1:1'] as const).flatMap((canvas, j) => {
        const product = productAt(styleIds.indexOf(style) + i + j);
        const shot = layOutSample(product, style, layout, canvases[canvas], {
          shot: { layout, role: 'offer', copy: {}, isFlipped: true },
        });
        return findingsOf(shot, product).map(
          ({ kind, words, detail }) => `${layout} ${canvas} ${product.name}: ${kind} “${words}” ${detail}`,
        );
      }),
    );
    expect(findings).toEqual([]);
  });

  test('a dark brief has no light ground, a light one no dark ground', () => {
    const groundsFor = (mood: 'dark' | 'light') =>
      layoutIds
        .flatMap((layout) => layOutSample(productAt(0), style, layout, canvases['1:1'], { mood }).layers)
        .flatMap((layer) =>
          layer.role === 'ground' && layer.type === 'shape' && typeof layer.fill === 'string'
            ? [layer.fill]
            : [],
        )
        .map((ground) => toOklch(ground).l);
    expect(Math.max(...groundsFor('dark'))).toBeLessThan(0.36);
    expect(Math.min(...groundsFor('light'))).toBeGreaterThan(0.75);
  });
});

const arabic: Copy = {
  name: 'كريما',
  hook: 'صباح هادئ',
  what: 'فنجان إسبريسو لصباح هادئ',
  benefits: ['طلاء أحمر', 'صحن واسع', 'ملعقة مرفقة'],
  quote: 'القهوة هي العجلة الوحيدة.',
  by: '– إيناس',
  figure: '−20٪',
  figureCaption: 'حتى يوم الأحد',
  price: '24 €',
  off: '−20٪',
  until: 'حتى يوم الأحد',
  callToAction: 'اطلب الآن',
  url: 'crema.example',
};

test.each(['bold', 'tech', 'organic', 'editorial'] as const)(
  'an Arabic ad in the style %s is laid out from the right, and reads as well',
  (style) => {
    expect(checkStyle(style, 0, { copy: arabic, language: 'ar' })).toEqual([]);
  },
);

const productOf = ({ layers }: LaidOutShot) => layers.find((layer) => layer.type === 'product');

test('no direction of writing mirrors a product: short words on it are easily overlooked', () => {
  for (const product of products)
    for (const language of ['en', 'ar'])
      for (const style of ['bold', 'tech'] as const) {
        const shot = layOutSample(product, style, 'hook-type', canvases['16:9'], { language });
        expect(productOf(shot)?.pose.isMirrored, `${product.name} ${style} ${language}`).toBe(false);
      }
});

test('words stand at the left in English and at the right in Hebrew', () => {
  const middle = (language: string) => {
    const { layers, width } = layOutSample(productAt(0), 'bold', 'split', canvases['16:9'], { language });
    const headline = layers.find(({ role }) => role === 'display');
    return headline ? (headline.box.x + headline.box.width / 2) / width : 0.5;
  };
  expect(middle('en')).toBeLessThan(0.5);
  expect(middle('he')).toBeGreaterThan(0.5);
});

test('the same input gives the same layers, and layers are plain data', () => {
  for (const style of styleIds) {
    const lay = () => layOutSample(productAt(1), style, 'offer', canvases['9:16']).layers;
    expect(JSON.parse(JSON.stringify(lay()))).toEqual(lay());
  }
});

test('every layer of a shot has an id of its own', () => {
  for (const layout of layoutIds) {
    const ids = layOutSample(productAt(0), 'retro', layout, canvases['16:9']).layers.map(({ id }) => id);
    expect(new Set(ids).size, layout).toBe(ids.length);
  }
});

const wordsIn = (layers: readonly Layer[]): string[] =>
  layers.flatMap((layer) => {
    if (layer.type === 'text') return [layer.block.rows.map(({ text }) => text).join(' ')];
    return layer.type === 'group' ? wordsIn(layer.layers) : [];
  });

test('what the user did not say is left out, and a shot may hide a field', () => {
  const shoe = productAt(0);
  const { was: _, price: _price, ...copy } = shoe.copy;
  const shown = wordsIn(layOutSample(shoe, 'minimal', 'end-card', canvases['1:1'], { copy }).layers).join(
    ' ',
  );
  expect(shown).not.toMatch(/€|undefined/);
  const hidden = layOutSample(shoe, 'minimal', 'end-card', canvases['1:1'], {
    shot: { layout: 'end-card', role: 'cta', copy: { url: null } },
  });
  expect(wordsIn(hidden.layers)).not.toContain('airrun.example');
});

test('a product that could not be cut out is shown as the whole photo', () => {
  const shoe = productAt(0);
  const shot = layOutSample(shoe, 'bold', 'hook-type', canvases['9:16'], { product: null });
  expect(shot.layers.some(({ type }) => type === 'product')).toBe(false);
  expect(shot.layers.some(({ type }) => type === 'picture')).toBe(true);
  expect(findingsOf(shot, shoe)).toEqual([]);
});

test('the classic layout sets the name in white at the top and the call to action in yellow near y 900', () => {
  const shot = layOutSample(productAt(0), 'bold', 'classic', canvases['16:9']);
  const [name, callToAction] = ['name', 'call-to-action'].map((id) =>
    shot.layers.find((layer) => layer.id === id),
  );
  expect(name?.type === 'text' && [name.fill, name.block.rows[0]?.sizePx, name.box.y]).toEqual([
    '#ffffff',
    72,
    100,
  ]);
  expect(callToAction?.type === 'text' && [callToAction.fill, callToAction.block.rows[0]?.sizePx]).toEqual([
    '#ffd400',
    48,
  ]);
  const foot = callToAction ? callToAction.box.y + callToAction.box.height : 0;
  expect(Math.abs(foot - 900)).toBeLessThan(20);
});

test('words read on every ground of every style, whatever colour the product has', () => {
  for (const style of styleIds)
    for (let hue = 0; hue < 360; hue += 24)
      for (const [l, c] of [
        [0.3, 0.1],
        [0.55, 0.16],
        [0.8, 0.12],
        [0.6, 0.02],
      ] as const) {
        const { roles } = styles[style].dress({
          product: {
            signature: { l, c, h: hue },
            dark: { l: 0.25, c: 0.03, h: hue + 120 },
            tone: c > 0.05 ? 'colour' : 'grey',
          },
          lightness: l,
          houseHue: (hues) => hues[0] ?? 60,
          mood: null,
        });
        for (const ground of Object.values(roles.grounds)) {
          const best = Math.max(contrast(roles.dark, ground), contrast(roles.light, ground));
          expect(best, `${style} ${hue} ${l} ${ground}`).toBeGreaterThan(4.5);
        }
      }
});

test('a price for three pieces shows three of them, in the offer and at the end, off its words', () => {
  for (const layout of ['offer', 'end-card'] as const)
    for (const [canvas, size] of Object.entries(canvases))
      for (const isFlipped of [false, true]) {
        const serum = productAt(2);
        const copy = { ...serum.copy, price: '3 for £5' };
        const shot = layOutSample(serum, 'bold', layout, size, {
          copy,
          shot: { layout, role: 'offer', copy: {}, isFlipped },
        });
        expect(shot.layers.filter(({ type }) => type === 'product')).toHaveLength(3);
        expect(findingsOf(shot, serum), `${layout} ${canvas}`).toEqual([]);
      }
});

test.each([
  ['2x1', 2],
  ['3 for 2', 3],
  ['−20 %', 1],
  ['2 for £9 off', 1],
])('an offer of “%s” shows %i of the product', (off, pieces) => {
  const { copy } = productAt(2);
  const shot = layOutSample(productAt(2), 'bold', 'offer', canvases['9:16'], { copy: { ...copy, off } });
  expect(shot.layers.filter(({ type }) => type === 'product')).toHaveLength(pieces);
});

test('a bullet stands before its line, also where words and picture change sides', () => {
  for (const isFlipped of [false, true]) {
    const { layers } = layOutSample(productAt(2), 'minimal', 'list', canvases['16:9'], {
      shot: { layout: 'list', role: 'benefit', copy: {}, isFlipped },
    });
    const lines = layers.filter(({ role }) => role === 'support');
    const ticks = layers.filter((layer) => layer.role === 'deco' && layer.type === 'shape' && layer.z === 3);
    expect(ticks.length).toBe(lines.length);
    expect(ticks.every(({ box }, i) => box.x + box.width < (lines[i]?.box.x ?? 0))).toBe(true);
  }
});

test('two short sentences are two rows, and none of them leaves a word with the other', () => {
  for (const canvas of ['9:16', '16:9'] as const) {
    const serum = productAt(2);
    const copy = { ...serum.copy, hook: 'No screen. No phone.' };
    const { layers } = layOutSample(serum, 'bold', 'hook-type', canvases[canvas], { copy });
    const headline = layers.find(({ role }) => role === 'display');
    const rows = headline?.type === 'text' ? headline.block.rows.map(({ text }) => text) : [];
    expect(rows, canvas).toEqual(['NO SCREEN.', 'NO PHONE.']);
  }
});

test('a photo above its words ends in a detail of it at the foot of 9:16, where no words may stand', () => {
  const shoe = productAt(0);
  for (const [canvas, pictures] of [
    ['9:16', 2],
    ['4:5', 1],
  ] as const) {
    const shot = layOutSample(shoe, 'bold', 'offer', canvases[canvas], {
      product: null,
      shot: { layout: 'offer', role: 'offer', copy: {}, isFlipped: true },
    });
    const shown = shot.layers.filter(({ type }) => type === 'picture');
    expect(shown, canvas).toHaveLength(pictures);
    expect(findingsOf(shot, shoe), canvas).toEqual([]);
  }
});

test('a shot that has only a figure to say says it in whatever layout it has', () => {
  const shoe = productAt(0);
  const copy = { figure: '120 mg', figureCaption: 'caffeine' };
  for (const layout of [
    'split',
    'macro',
    'beside',
    'in-space',
    'travel',
    'corner-bleed',
    'big-number',
  ] as const)
    for (const canvas of ['9:16', '16:9'] as const) {
      const shot = layOutSample(shoe, 'retro', layout, canvases[canvas], {
        copy,
        shot: { layout, role: 'benefit', copy: {} },
      });
      expect(wordsIn(shot.layers).join(' '), `${layout} ${canvas}`).toMatch(/120 mg.*caffeine/);
    }
});

test('what the photo cut below goes on below the frame, upright, and never stands over its words', () => {
  const serum = productAt(2);
  const facts = { ...serum.product.facts, cutEdges: ['bottom' as const] };
  const cut = { ...serum, product: { ...serum.product, facts } };
  for (const layout of [
    'hook-type',
    'offer',
    'in-space',
    'split',
    'list',
    'end-card',
    'macro',
    'corner-bleed',
    'demonstration',
  ] as const)
    for (const [canvas, size] of Object.entries(canvases))
      for (const isFlipped of [false, true]) {
        const shot = layOutSample(cut, 'bold', layout, size, {
          shot: { layout, role: 'benefit', copy: {}, isFlipped, demonstration: { scene: 'scale' } },
        });
        const pose = productOf(shot)?.pose;
        const where = `${layout} ${canvas} ${isFlipped}`;
        expect(Math.abs(pose?.rotationDegrees ?? 90), where).toBe(0);
        expect((pose?.y ?? 0) + (pose?.height ?? 0) / 2, where).toBeGreaterThan(size.height * 0.99);
        expect(findingsOf(shot, cut), where).toEqual([]);
      }
});
