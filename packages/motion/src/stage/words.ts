import type { Face, Fill, Layer, LayerRole, TextBlock, TextEffects, TextLayer } from '../layer.ts';
import type { TextRole } from '../styles/style.ts';
import { alignRows, fitText, type FitOptions, largestPx } from '../text/fit-text.ts';
import { nextId, nextReading, type Stage } from './stage.ts';

/** The face of a role; roles a style does not name fall back to its headline or support. */
export function faceOf({ style: { faces } }: Stage, role: TextRole): Face {
  const fallback = role === 'figure' || role === 'quote' ? faces.display : faces.support;
  return faces[role] ?? fallback;
}

/** Largest size of a role in pixels. */
export function sizeOf({ style: { sizes }, short }: Stage, role: TextRole): number {
  if (role === 'small') return (sizes.small ?? sizes.support) * short;
  return (role === 'quote' ? sizes.display : sizes[role]) * short;
}

export interface WordsOptions {
  align?: 'start' | 'center' | 'end';
  fill?: Fill;
  /** Takes the accent instead of its role's colour. */
  isHighlighted?: boolean;
  /** Without the style's letter effects, in plain ink. */
  isPlain?: boolean;
  effects?: TextEffects;
  rotationDegrees?: number;
  /** Lies over or behind the product on purpose. */
  isMeantOver?: boolean;
  isBehind?: boolean;
  z?: number;
  layerRole?: LayerRole;
  /** Small print that needs no large capitals: a folio. */
  isFolio?: boolean;
}

/** Left, middle or right, for words that begin, stand in the middle or end. */
function sideOf({ startsLeft }: Stage, align: 'start' | 'center' | 'end'): 'left' | 'center' | 'right' {
  if (align === 'center') return 'center';
  return (align === 'start') === startsLeft ? 'left' : 'right';
}

/** X of a block of a width in a box. */
export function placeX(
  stage: Stage,
  box: { x: number; width: number },
  width: number,
  align: 'start' | 'center' | 'end',
) {
  return box.x + (box.width - width) * { left: 0, center: 0.5, right: 1 }[sideOf(stage, align)];
}

/** Capitals below this share of the short side are small: they need the contrast of running text. */
const SMALL_CAP = 0.05;

function fillFor(
  { dress, on, short }: Stage,
  role: TextRole,
  { capPx }: TextBlock,
  { fill, isHighlighted, isPlain }: WordsOptions,
): Fill {
  const isSmall = role === 'support' || role === 'small' || role === 'label' || capPx < SMALL_CAP * short;
  if (fill !== undefined) return fill;
  if (isHighlighted === true) return isSmall ? on.smallHighlight : on.highlight;
  const own = isPlain === true ? undefined : dress.fill?.(role, on);
  if (own !== undefined) return own;
  if (role === 'label') return on.smallHighlight;
  return role === 'support' || role === 'small' ? on.secondary : on.ink;
}

/** In headlines of several rows, the last one in the style's second face, no wider than the block. */
function withLastRow({ style, setter }: Stage, block: TextBlock): TextBlock {
  const face = style.faces.lastRow;
  const last = block.rows.at(-1);
  if (!face || !last || block.rows.length < 2) return block;
  const ink = setter.measurer.ink(face, last.text, setter.language);
  const sizePx = last.sizePx * Math.min(1, block.width / (ink.width * last.sizePx));
  const row = {
    ...last,
    face,
    runs: ink.runs,
    sizePx,
    width: ink.width * sizePx,
    inkLeft: ink.left * sizePx,
    ascent: ink.ascent * sizePx,
    descent: ink.descent * sizePx,
  };
  return { ...block, rows: [...block.rows.slice(0, -1), row] };
}

const layerRoles = {
  display: 'display',
  figure: 'figure',
  quote: 'quote',
  support: 'support',
  small: 'support',
  label: 'label',
} as const satisfies Record<TextRole, LayerRole>;

/** Gives each row its own piece of a gradient, as metal catches light line by line. */
function rowFillsOf(fill: Fill, block: TextBlock): Fill[] | undefined {
  if (typeof fill === 'string' || fill.type !== 'linear') return undefined;
  const { from, to, stops } = fill;
  return block.rows.map((row) => {
    const at = ([u, v]: readonly [number, number]): [number, number] => [
      row.x + row.width * u,
      row.baseline - row.sizePx * 0.75 + row.sizePx * 0.8 * v,
    ];
    return { type: 'linear', from: at(from), to: at(to), stops };
  });
}

/** Adds a set block with its top left at x, y. A linear fill's points are shares of each row. */
export function addWords(
  stage: Stage,
  role: TextRole,
  set: TextBlock,
  x: number,
  y: number,
  options: WordsOptions = {},
): TextLayer {
  const { dress, on, style } = stage;
  const align = options.align ?? style.composition.align;
  const block = alignRows(role === 'display' ? withLastRow(stage, set) : set, sideOf(stage, align));
  const fill = fillFor(stage, role, set, options);
  const hasLetters = (role === 'display' || role === 'figure') && options.isPlain !== true;
  const effects = options.effects ?? (hasLetters ? (dress.letters?.(role, on) ?? {}) : {});
  const rowFills = rowFillsOf(fill, block);
  const layerRole = options.layerRole ?? layerRoles[role];
  const layer: TextLayer = {
    type: 'text',
    id: nextId(stage, layerRole),
    role: layerRole,
    z: options.z ?? (options.isBehind === true ? 1.5 : 3),
    box: { x, y, width: block.width, height: block.height },
    reading: nextReading(stage),
    block,
    fill,
    effects,
    ...(rowFills ? { rowFills } : {}),
    ...(options.rotationDegrees === undefined ? {} : { rotationDegrees: options.rotationDegrees }),
    ...(options.isMeantOver === true || options.isBehind === true ? { isMeantOver: true } : {}),
    ...(options.isFolio === true ? { isFolio: true } : {}),
  };
  stage.layers.push(layer);
  return layer;
}

/** Fits a text in a size and adds it nowhere yet. */
export const fitWords = (stage: Stage, role: TextRole, text: string, options: FitOptions) =>
  fitText(stage.setter, faceOf(stage, role), text, options);

/** One row of a text at most this wide and this large. */
export const fitRow = (
  stage: Stage,
  role: TextRole,
  text: string,
  width: number,
  maxPx: number,
  height = Infinity,
) => fitWords(stage, role, text, { width, height, maxPx, rows: [text] });

/** Least height of capitals that are underlined, as a share of the short side. */
const LEAST_UNDERLINED = 0.05;

/** The headline of a layout gets the style's underline. */
export function underline(stage: Stage, layers: readonly Layer[]): void {
  const headline = layers.find((layer) => layer.type === 'text' && layer.role === 'display');
  if (headline?.type !== 'text') return;
  const row = headline.block.rows.at(-1);
  // A stroke behind small words is in the way of reading them.
  if (!row || headline.block.capPx < stage.short * LEAST_UNDERLINED) return;
  stage.dress.underline?.(stage, {
    x: headline.box.x + row.x,
    y: headline.box.y + row.baseline,
    width: row.width,
    sizePx: largestPx(headline.block),
  });
}
