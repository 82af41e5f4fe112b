import type { Box, Fill, Layer, TextBlock } from '../layer.ts';
import type { TextRole } from '../styles/style.ts';
import { fitText, largestPx } from '../text/fit-text.ts';
import { addButton, type ButtonSize, buttonSize } from './button.ts';
import { addShape, type Stage } from './stage.ts';
import { addWords, faceOf, placeX, sizeOf, type WordsOptions } from './words.ts';

interface ColumnItemBase {
  /** Air above, as a share of the short side. */
  gap?: number;
  /** What is left out first when the column is too full: 1 before 2. Others stay. */
  dropOrder?: number;
}

export interface ColumnText extends ColumnItemBase, WordsOptions {
  role: TextRole;
  text: string | undefined;
  /** Largest size as a share of the short side. */
  size?: number;
  maxRows?: number;
  preferRows?: number;
  /** Share of the height that large words divide among them. */
  flex?: number;
  setting?: 'stack' | 'uniform';
  isStruck?: boolean;
}

export interface ColumnButton extends ColumnItemBase {
  role: 'button';
  text: string | undefined;
}

export interface ColumnRule extends ColumnItemBase {
  role: 'rule';
  /** Length as a share of the short side. */
  length: number;
}

export type ColumnItem = ColumnText | ColumnButton | ColumnRule;

/** Air above an item, as shares of the short side. */
const GAPS: Record<ColumnItem['role'], number> = {
  display: 0.034,
  figure: 0.03,
  quote: 0.03,
  support: 0.034,
  small: 0.034,
  label: 0.03,
  button: 0.05,
  rule: 0.034,
};
/** Large words get at least this share of the short side in height, else something is left out. */
const LEAST_FLEX = { plain: 0.1, withButton: 0.13 };
const RULE_WIDTH = 0.003;
/** Below this share of their size words take up to so many more rows. */
const SMALLEST = 0.85;
const MORE_ROWS = 4;

interface Placed {
  item: ColumnItem;
  gap: number;
  width: number;
  height: number;
  block?: TextBlock;
  button?: ButtonSize;
}

const isText = (item: ColumnItem): item is ColumnText => item.role !== 'button' && item.role !== 'rule';
const isFlexible = (item: ColumnItem) =>
  item.role === 'display' || item.role === 'figure' || item.role === 'quote';

function fitFlexible(stage: Stage, item: ColumnText, width: number, height: number): TextBlock {
  const { composition } = stage.style;
  return fitText(stage.setter, faceOf(stage, item.role), item.text ?? '', {
    width,
    height,
    setting: item.role === 'display' ? (item.setting ?? composition.setting) : 'uniform',
    maxPx: item.size === undefined ? sizeOf(stage, item.role) : item.size * stage.short,
    ...(item.maxRows === undefined ? {} : { maxRows: item.maxRows }),
    ...(item.preferRows === undefined ? {} : { preferRows: item.preferRows }),
  });
}

function placeFixed(stage: Stage, item: ColumnItem, gap: number, width: number, scale: number): Placed {
  const { short } = stage;
  if (item.role === 'button') {
    const button = buttonSize(stage, item.text ?? '', width);
    return { item, gap, width: button.width, height: button.height, button };
  }
  if (item.role === 'rule')
    return { item, gap, width: Math.min(width, item.length * short), height: RULE_WIDTH * short };
  if (isFlexible(item)) return { item, gap, width: 0, height: 0 };
  const maxPx = (item.size === undefined ? sizeOf(stage, item.role) : item.size * short) * scale;
  const fit = (maxRows: number) =>
    fitText(stage.setter, faceOf(stage, item.role), item.text ?? '', {
      width,
      height: Infinity,
      maxPx,
      maxRows,
    });
  const wanted = item.maxRows ?? 2;
  let block = fit(wanted);
  // Long words take more rows before they grow small.
  for (let rows = wanted + 1; rows <= wanted + MORE_ROWS && largestPx(block) < maxPx * SMALLEST; rows++)
    block = fit(rows);
  return { item, gap, width: block.width, height: block.height, block };
}

/** Room that effects need around large words, in pixels. */
function airOf({ style: { composition } }: Stage, { item, block }: Placed): number {
  if (!isText(item) || !block || (item.role !== 'display' && item.role !== 'figure')) return 0;
  const effects = item.isPlain === true ? 0 : (composition.effectAir ?? 0);
  return largestPx(block) * (0.05 + effects + (composition.letterAir ?? 0));
}

const heightOf = (placed: readonly Placed[]) =>
  placed.reduce((sum, { gap, height }) => sum + gap + height, 0);

/** Sizes all items so that they fill the box and never leave it. */
function arrange(stage: Stage, box: Box, items: readonly ColumnItem[], scale = 1): Placed[] {
  const { short, style } = stage;
  const placed = items.map((item, i) =>
    placeFixed(stage, item, i === 0 ? 0 : (item.gap ?? GAPS[item.role]) * short, box.width, scale),
  );
  const used = heightOf(placed);
  const flexible = placed.filter(({ item }) => isFlexible(item));
  const least = items.some(({ role }) => role === 'button') ? LEAST_FLEX.withButton : LEAST_FLEX.plain;
  if (flexible.length > 0 && (box.height - used) / flexible.length < least * short) {
    const drop = items
      .filter(({ dropOrder }) => dropOrder !== undefined)
      .toSorted((one, other) => (one.dropOrder ?? 0) - (other.dropOrder ?? 0))[0];
    if (drop)
      return arrange(
        stage,
        box,
        items.filter((item) => item !== drop),
        scale,
      );
  }
  if (flexible.length === 0 && used > box.height && scale > 0.5)
    return arrange(stage, box, items, scale * 0.9);
  const total = flexible.reduce((sum, { item }) => sum + ((item as ColumnText).flex ?? 1), 0);
  const usable = flexible.length > 0 && placed.length > 1 ? 0.9 : 1;
  const effects = style.composition.effectAir === undefined ? 1 : 1 - style.composition.effectAir * 0.8;
  const fit = (one: Placed, height: number) => {
    one.block = fitFlexible(stage, one.item as ColumnText, box.width, Math.max(short * 0.04, height));
    one.width = one.block.width;
    one.height = one.block.height;
  };
  for (const one of flexible)
    fit(one, (((box.height - used) * ((one.item as ColumnText).flex ?? 1)) / total) * usable * effects);
  placed.forEach((one, i) => {
    const above = placed[i - 1];
    if (above) one.gap += Math.max(airOf(stage, one) * 0.8, airOf(stage, above));
  });
  const over = heightOf(placed) - box.height;
  if (over > 0) for (const one of flexible) fit(one, one.height - over / flexible.length);
  return placed;
}

const present = (wanted: readonly (ColumnItem | null)[]) =>
  wanted.filter(
    (item): item is ColumnItem => item !== null && (item.role === 'rule' || (item.text ?? '') !== ''),
  );

/** Height that items take in a box, in pixels; adds nothing. */
export const columnHeight = (stage: Stage, box: Box, wanted: readonly (ColumnItem | null)[]): number =>
  heightOf(arrange(stage, box, present(wanted)));

/** A line through an old price, rising a little. */
function addStrike(stage: Stage, of: Layer, block: TextBlock): void {
  const { short, on } = stage;
  const { x, y, width, height } = of.box;
  const color: Fill = on.highlight;
  addShape(
    stage,
    'strike',
    [
      ['move', x - short * 0.008, y + height * 0.62],
      ['line', x + width + short * 0.008, y + height * 0.36],
    ],
    { stroke: { color, width: Math.max(4, largestPx(block) * 0.07), cap: 'round' }, z: 4, of: of.id },
  );
}

export interface ColumnOptions {
  align?: 'start' | 'center' | 'end';
  vertical?: 'top' | 'middle' | 'bottom';
}

export interface Column {
  /** The words and buttons added, from top to bottom. */
  layers: Layer[];
  top: number;
  bottom: number;
}

/**
 * Sets items below each other in a box. Support, labels and buttons take their own sizes; headlines, figures and quotes
 * share what is left. When that is too little, items with a `dropOrder` are left out; nothing leaves the box.
 */
export function addColumn(
  stage: Stage,
  box: Box,
  wanted: readonly (ColumnItem | null)[],
  options: ColumnOptions = {},
): Column {
  const { composition } = stage.style;
  const { align = composition.align, vertical = composition.vertical } = options;
  const placed = arrange(stage, box, present(wanted));
  const height = heightOf(placed);
  const top = box.y + (box.height - height) * { top: 0, middle: 0.5, bottom: 1 }[vertical];
  let y = top;
  const layers = placed.map((one): Layer => {
    y += one.gap;
    const { item } = one;
    const itemAlign = isText(item) ? (item.align ?? align) : align;
    const x = placeX(stage, box, one.width, itemAlign);
    const at = y;
    y += one.height;
    if (item.role === 'button') return addButton(stage, item.text ?? '', x, at, box.width);
    if (!isText(item) || !one.block) {
      const color = stage.dress.roles.accent;
      return addShape(stage, 'deco', [['rect', x, at, one.width, one.height]], { fill: color, z: 3 });
    }
    const layer = addWords(stage, item.role, one.block, x, at, { ...item, align: itemAlign });
    if (item.isStruck === true) addStrike(stage, layer, one.block);
    return layer;
  });
  return { layers, top, bottom: top + height };
}
