import type { CreateSurface } from '../canvas.ts';
import type { LaidOutShot } from '../lay-out-shot.ts';
import type { Box, GroupLayer, ProductLayer, TextLayer } from '../layer.ts';
import { createPaintCache, type Pictures } from '../paint/paint-cache.ts';
import { paintProduct } from '../paint/paint-product.ts';

/** What a person would object to in a layout. */
export interface Finding {
  kind: 'edge' | 'small' | 'on-product' | 'overlap' | 'contrast';
  /** The words it is about. */
  words: string;
  /** For people who mend layouts. */
  detail: string;
}

/** Words keep this share of the margin from the frame's edges. */
const EDGE_SHARE = 0.55;
/** Least height of capitals as a share of the short side. */
const LEAST_CAP = 0.026;
/** Share of a text's box that may lie on the product without being meant. */
const ON_PRODUCT = 0.02;
/** Texts may come this close, as a share of the short side: line boxes have air. */
const TOUCHING = 0.002;
/** Products are drawn this much smaller to look for words on them. */
const SCALE = 8;
const OPAQUE = 100;

type Words = TextLayer | GroupLayer;

const wordsOf = (layer: Words): string =>
  layer.type === 'text'
    ? layer.block.rows.map(({ text }) => text).join(' ')
    : layer.layers.flatMap((part) => (part.type === 'text' ? [wordsOf(part)] : [])).join(' ');

/** The box of a text as it is turned. */
function boxOf(layer: Words): Box {
  const turn = Math.abs((layer.rotationDegrees ?? 0) % 180);
  if (layer.type === 'group' || turn !== 90) return layer.box;
  const { x, y, width, height } = layer.box;
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width };
}

const capOf = (layer: Words): number =>
  layer.type === 'text'
    ? layer.block.capPx
    : Math.max(0, ...layer.layers.flatMap((part) => (part.type === 'text' ? [part.block.capPx] : [])));

/** Where products are opaque, on a small grid. */
function productMap(shot: LaidOutShot, { product }: Pictures, createSurface: CreateSurface) {
  const [width, height] = [Math.ceil(shot.width / SCALE), Math.ceil(shot.height / SCALE)];
  const { context } = createSurface(width, height);
  context.scale(1 / SCALE, 1 / SCALE);
  const cache = createPaintCache(createSurface);
  const products = shot.layers.filter(
    (layer): layer is ProductLayer => layer.type === 'product' && layer.isScenery !== true,
  );
  for (const { sticker: _, rim: _rim, ...layer } of products)
    if (product)
      paintProduct(
        context,
        { ...layer, treatment: null, shadow: { kind: 'none', color: '#000000' } },
        product,
        cache,
      );
  const { data } = context.getImageData(0, 0, width, height);
  return ({ x, y, width: w, height: h }: Box): number => {
    let [count, hits] = [0, 0];
    for (let row = Math.max(0, Math.floor(y / SCALE)); row < Math.min(height, (y + h) / SCALE); row++)
      for (
        let column = Math.max(0, Math.floor(x / SCALE));
        column < Math.min(width, (x + w) / SCALE);
        column++
      ) {
        count++;
        if ((data[(row * width + column) * 4 + 3] ?? 0) > OPAQUE) hits++;
      }
    return count === 0 ? 0 : hits / count;
  };
}

const meet = (one: Box, other: Box, slack: number) =>
  one.x + slack < other.x + other.width &&
  other.x + slack < one.x + one.width &&
  one.y + slack < other.y + other.height &&
  other.y + slack < one.y + one.height;

/** Whether a layer's words are checked at all: a badge lies where it wants, a pattern's name on its band. */
const isChecked = (layer: LaidOutShot['layers'][number]): layer is Words =>
  (layer.type === 'text' && layer.isMeantOver !== true) ||
  (layer.type === 'group' && layer.role === 'button');

/**
 * What is wrong with a shot's layout: words beyond the margin, small capitals, words on the product that are not meant
 * to be, words on words. Empty when nothing is.
 */
export function checkLayout(shot: LaidOutShot, pictures: Pictures, createSurface: CreateSurface): Finding[] {
  const { width, height, margin } = shot;
  const short = Math.min(width, height);
  const shareOn = productMap(shot, pictures, createSurface);
  const checked = shot.layers
    .filter(isChecked)
    .map((layer) => ({ layer, box: boxOf(layer), words: wordsOf(layer) }));
  const findings: Finding[] = [];
  checked.forEach(({ layer, box, words }, i) => {
    const edge = margin * EDGE_SHARE;
    if (
      box.x < edge ||
      box.y < edge ||
      box.x + box.width > width - edge ||
      box.y + box.height > height - edge
    )
      findings.push({
        kind: 'edge',
        words,
        detail: `${Math.round(box.x)},${Math.round(box.y)} ${Math.round(box.width)}×${Math.round(box.height)}`,
      });
    const share = shareOn(box);
    if (share > ON_PRODUCT)
      findings.push({ kind: 'on-product', words, detail: `${Math.round(share * 100)} %` });
    const cap = capOf(layer) / short;
    if (cap < LEAST_CAP && !(layer.type === 'text' && layer.isFolio === true))
      findings.push({ kind: 'small', words, detail: `capitals of ${(cap * 100).toFixed(1)} %` });
    for (const other of checked.slice(i + 1))
      if (meet(box, other.box, short * TOUCHING))
        findings.push({ kind: 'overlap', words, detail: other.words });
  });
  return findings;
}
