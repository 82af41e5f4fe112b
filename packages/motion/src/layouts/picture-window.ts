import type { Box } from '../layer.ts';
import { rectangle } from '../stage/paths.ts';
import { addColumn, type ColumnItem } from '../stage/column.ts';
import { addProduct, addShape, fitProduct, frameBox, type Stage } from '../stage/stage.ts';
import { brandLabel, dealWords, isSlim, lineOf, priceRows, sentence, topOf } from './layout.ts';

/** The window's place on the page: right of the column, or below it. */
function windowBox(stage: Stage): Box {
  const { width, height, margin, isTall, isPortrait, layout } = stage;
  const top = topOf(stage);
  if (!isTall)
    return { x: width * 0.46, y: top, width: width * 0.54 - margin, height: height - margin - top };
  const isEnd = layout === 'end-card';
  const y = height * (isPortrait ? (isEnd ? 0.5 : 0.435) : layout === 'offer' ? 0.54 : 0.5);
  const foot = isPortrait ? height * (isEnd ? 0.95 : 0.92) : height - margin;
  return { x: margin, y, width: width - 2 * margin, height: foot - y };
}

/** Words of a page by what it is for. */
function pageWords(stage: Stage): ColumnItem[] {
  const { copy, layout, isTall } = stage;
  const deal = dealWords(stage);
  const what: ColumnItem = { role: 'support', text: copy.what, maxRows: isTall ? 2 : 3, dropOrder: 1 };
  if (layout === 'offer')
    return [
      { role: 'label', text: brandLabel(stage)?.text, ...(isTall ? { size: 0.06 } : {}) },
      { role: 'figure', text: copy.price ?? copy.off, size: 0.5, maxRows: priceRows(copy.price) },
      { role: 'support', text: copy.was, size: 0.055, isStruck: true, fill: stage.on.ink, gap: 0.02 },
      {
        role: 'support',
        text: copy.price === undefined ? copy.until : deal,
        size: 0.062,
        maxRows: 2,
        isHighlighted: true,
      },
      ...(isTall ? [] : [{ ...what, gap: 0.02 }]),
      { role: 'button', text: copy.callToAction, gap: isTall ? 0.04 : 0.05 },
    ];
  if (layout === 'end-card')
    return [
      {
        role: 'display',
        text: copy.name ?? copy.hook,
        size: copy.price === undefined ? (isTall ? 0.4 : 0.36) : 0.2,
        maxRows: 2,
      },
      ...(isTall && copy.price === undefined ? [] : [{ ...what, size: 0.065, gap: 0.02 }]),
      {
        role: 'figure',
        text: copy.price,
        size: 0.3,
        maxRows: priceRows(copy.price),
        flex: 1.3,
        isPlain: true,
      },
      {
        role: 'support',
        text: copy.was,
        size: 0.055,
        isStruck: true,
        fill: stage.on.ink,
        gap: 0.02,
        dropOrder: 2,
      },
      { role: 'support', text: deal, size: 0.056, maxRows: 2, isHighlighted: true, gap: 0.02 },
      { role: 'button', text: copy.callToAction, gap: 0.04 },
      { role: 'support', text: copy.url, size: 0.048, dropOrder: 3 },
    ];
  return [
    {
      role: 'display',
      text: sentence(stage, copy.hook ?? lineOf(stage)),
      size: 0.27,
      ...(isTall ? { preferRows: 2 } : {}),
    },
    what,
  ];
}

/** A page with a picture window: the product is cropped by its window, the words keep their column. */
export function pageWithWindow(stage: Stage): void {
  const { dress, layout, isTall, short, margin, product, width } = stage;
  const box = windowBox(stage);
  const isTight = layout !== 'end-card' && layout !== 'offer';
  // A flat window crops what is whole in a tall one: else the product would be small in it.
  const isFlat = isTall && box.width > box.height * 1.25;
  const inner: Box = isTight
    ? {
        x: box.x + box.width * 0.08,
        y: box.y + box.height * 0.1,
        width: box.width * (isSlim(stage) ? 0.8 : 1.2),
        height: box.height * 1.28,
      }
    : {
        x: box.x + box.width * 0.07,
        y: box.y + box.height * 0.08,
        width: box.width * 0.86,
        height: box.height * (isFlat ? 1.24 : 0.84),
      };
  const pose = fitProduct(stage, inner, {
    rotationDegrees: isTight && product.facts.kind !== 'stand' ? -6 : 0,
    alignX: isTight && !isSlim(stage) ? 0 : 0.5,
    alignY: isTight || isFlat ? 0 : 0.5,
  });
  dress.addScenery(stage, frameBox(stage));
  const clip = rectangle(box);
  const color = dress.windowColor(layout);
  const seam = () => clip;
  if (dress.addPanel) dress.addPanel(stage, seam, color, box);
  else addShape(stage, 'frame', clip, { fill: color });
  addProduct(stage, pose, { clip, isScenery: true });
  const top = topOf(stage);
  const column = isTall
    ? { x: margin, y: top, width: width - 2 * margin, height: box.y - short * 0.05 - top }
    : { x: margin, y: top, width: box.x - margin - short * 0.05, height: box.height };
  addColumn(stage, column, pageWords(stage), { vertical: isTall ? 'top' : 'bottom' });
  dress.addFurniture?.(stage, box);
}
