import type { LayoutId, ShotRole, StyleId } from '../../packages/motion/src/storyboard.ts';
import { styles } from '../../packages/motion/src/styles/styles.ts';
import { drawFrame, layOutFrame, type BookProduct } from './draw-frame.ts';
import type { Cell, Sheet } from './sheet.ts';

export const canvases = {
  wide: { width: 1920, height: 1080 },
  tall: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
} as const;

type Products = Readonly<Record<string, BookProduct>>;

function cell(
  products: Products,
  style: StyleId,
  layout: LayoutId,
  product: string,
  canvas: keyof typeof canvases,
): Cell {
  const found = products[product];
  if (!found) throw new Error(`There is no product "${product}"`);
  const frame = { style, layout, product: found, canvas: canvases[canvas] };
  return { canvas: frame.canvas, draw: () => drawFrame(frame) };
}

/** The product that shows a style best, and which layouts its sheet has in wide canvases; the others are tall. */
const showcases: Record<StyleId, { product: string; wide: readonly LayoutId[] }> = {
  bold: { product: 'shoe', wide: ['hook-type', 'big-number', 'pattern', 'callouts', 'offer', 'end-card'] },
  luxury: {
    product: 'watch',
    wide: ['hook-type', 'name-behind', 'macro', 'proof', 'corner-bleed', 'end-card'],
  },
  minimal: {
    product: 'cup',
    wide: ['hook-type', 'split', 'name-behind', 'callouts', 'big-number', 'end-card'],
  },
  playful: { product: 'cup', wide: ['hook-type', 'name-behind', 'callouts', 'offer', 'proof', 'end-card'] },
  tech: { product: 'headphones', wide: ['hook-type', 'big-number', 'callouts', 'list', 'split', 'end-card'] },
  organic: { product: 'serum', wide: ['hook-type', 'split', 'name-behind', 'list', 'macro', 'end-card'] },
  retro: { product: 'cup', wide: ['hook-type', 'pattern', 'name-behind', 'offer', 'split', 'end-card'] },
  sale: { product: 'cup', wide: ['hook-type', 'big-number', 'offer', 'list', 'corner-bleed', 'end-card'] },
  editorial: { product: 'cup', wide: ['hook-type', 'split', 'proof', 'macro', 'list', 'end-card'] },
};

const sheetLayouts = [
  'hook-type',
  'name-behind',
  'split',
  'big-number',
  'callouts',
  'macro',
  'pattern',
  'proof',
  'offer',
  'list',
  'corner-bleed',
  'end-card',
] as const satisfies readonly LayoutId[];

/** One style in twelve layouts: six wide, six tall. */
export function styleSheet(products: Products, id: StyleId, name = showcases[id].product): Sheet {
  const style = styles[id];
  const { wide } = showcases[id];
  const tall = sheetLayouts.filter((layout) => !wide.includes(layout));
  const product = products[name];
  if (!product) throw new Error(`There is no product "${name}"`);
  const { roles } = layOutFrame({ style: id, layout: 'hook-type', product, canvas: canvases.wide }).colors;
  const faces = [...new Set(Object.values(style.faces).map(({ family, weight }) => `${family} ${weight}`))];
  const wideCells = wide.map((layout) => cell(products, id, layout, name, 'wide'));
  return {
    title: style.title,
    subtitle: `${faces.join(' · ')}   |   ${name}`,
    swatches: [...Object.values(roles.grounds), roles.accent, roles.dark, roles.light],
    rows: [
      wideCells.slice(0, 3),
      tall.map((layout) => cell(products, id, layout, name, 'tall')),
      wideCells.slice(3),
    ],
  };
}

/** One product in nine styles. */
export function sameProductSheet(products: Products, name = 'cup'): Sheet {
  const ids = Object.keys(styles) as StyleId[];
  const wide: LayoutId[] = [
    'hook-type',
    'end-card',
    'hook-type',
    'offer',
    'end-card',
    'hook-type',
    'end-card',
    'hook-type',
    'hook-type',
  ];
  const tall: LayoutId[] = [
    'offer',
    'hook-type',
    'name-behind',
    'end-card',
    'name-behind',
    'corner-bleed',
    'big-number',
    'offer',
    'name-behind',
  ];
  const cells = ids.map((id, i) => [
    cell(products, id, wide[i] ?? 'hook-type', name, 'wide'),
    cell(products, id, tall[i] ?? 'end-card', name, 'tall'),
  ]);
  return {
    title: 'One product, nine styles',
    subtitle: products[name]?.copy.what ?? name,
    rows: [0, 3, 6].map((first) => cells.slice(first, first + 3).flat()),
  };
}

/** One style on four products. */
export function fourProductsSheet(
  products: Products,
  id: StyleId,
  names = ['cup', 'shoe', 'watch', 'headphones'],
): Sheet {
  const four = names.slice(0, 4);
  const row = (layouts: readonly LayoutId[], canvas: 'wide' | 'tall') =>
    four.map((name, i) => cell(products, id, layouts[i % 4] ?? 'hook-type', name, canvas));
  const first = row(['name-behind', 'hook-type', 'hook-type', 'macro'], 'tall');
  const second = row(['end-card', 'big-number', 'big-number', 'end-card'], 'tall');
  return {
    title: `One style, four products: ${styles[id].title}`,
    subtitle: 'Wide, round, tall and open outlines; grounds from each product’s own colours',
    rows: [
      row(['hook-type', 'name-behind', 'callouts', 'end-card'], 'wide'),
      first.flatMap((one, i) => [one, second[i] ?? one]),
      row(['split', 'end-card', 'corner-bleed', 'hook-type'], 'wide'),
    ],
  };
}

/** Four layouts, each composed for four canvases. */
export function fourCanvasesSheet(products: Products): Sheet {
  const sets = [
    ['bold', 'hook-type', 'shoe'],
    ['editorial', 'end-card', 'cup'],
    ['playful', 'offer', 'cup'],
    ['luxury', 'name-behind', 'watch'],
  ] as const;
  return {
    title: 'Four canvases',
    subtitle: '16:9, 1:1, 4:5, 9:16 – each composed, not cropped',
    rows: sets.map(([style, layout, name]) =>
      (['wide', 'square', 'portrait', 'tall'] as const).map((canvas) =>
        cell(products, style, layout, name, canvas),
      ),
    ),
  };
}

const pictureLayouts = [
  ['full', 'hook'],
  ['window', 'product'],
  ['block', 'benefit'],
  ['frame', 'detail'],
  ['hero-clip', 'offer'],
  ['classic', 'hook'],
  ['travel', 'benefit'],
  ['beside', 'benefit'],
] as const satisfies readonly (readonly [LayoutId, ShotRole])[];

/** Layouts that show whole pictures, and two that go very near, in one style. */
export function pictureSheet(products: Products, id: StyleId, name = showcases[id].product): Sheet {
  const product = products[name];
  if (!product) throw new Error(`There is no product "${name}"`);
  const cells = (canvas: keyof typeof canvases): Cell[] =>
    pictureLayouts.map(([layout, role]) => {
      const frame = { style: id, layout, role, product, canvas: canvases[canvas] };
      return { canvas: frame.canvas, draw: () => drawFrame(frame) };
    });
  const wide = cells('wide');
  return {
    title: `${styles[id].title}: whole pictures`,
    subtitle: pictureLayouts.map(([layout]) => layout).join(' · '),
    rows: [wide.slice(0, 4), cells('tall'), wide.slice(4)],
  };
}

/** What a layout usually says. */
const roles: Partial<Record<LayoutId, ShotRole>> = {
  'name-behind': 'product',
  offer: 'offer',
  callouts: 'benefit',
  macro: 'detail',
  split: 'benefit',
  'end-card': 'cta',
};

/** One photograph in several styles, each wide and twice tall; a photo that could not be cut out is shown whole. */
export function photoSheet(product: BookProduct, ids: readonly StyleId[]): Sheet {
  const layouts: readonly LayoutId[] = [
    'hook-type',
    'name-behind',
    'offer',
    'callouts',
    'macro',
    'end-card',
    'split',
  ];
  const rows: Cell[][] = [];
  ids.forEach((style, i) => {
    const row = rows[Math.floor(i / 3)] ?? [];
    rows[Math.floor(i / 3)] = row;
    for (const [n, canvas] of [canvases.wide, canvases.tall, canvases.tall].entries()) {
      const layout = layouts[(i + n * 2) % layouts.length] ?? 'hook-type';
      const role = roles[layout] ?? 'hook';
      row.push({ canvas, draw: () => drawFrame({ style, layout, role, product, canvas }) });
    }
  });
  const { product: cut, name } = product;
  return {
    title: name,
    subtitle: cut
      ? `${cut.facts.kind} · ${cut.facts.tone} · ${Math.round(cut.facts.effectivePx)} px`
      : 'could not be cut out: the whole photo',
    rows,
  };
}
