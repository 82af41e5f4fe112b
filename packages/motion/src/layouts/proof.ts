import { addColumn } from '../stage/column.ts';
import { addProduct, type Stage } from '../stage/stage.ts';
import { inQuotes } from '../text/quote-marks.ts';
import { addStars } from '../stage/stars.ts';
import {
  columnAbove,
  columnTo,
  firstOf,
  footOf,
  isLong,
  isSlim,
  type Layout,
  leftEdge,
  placeProduct,
  tilt,
} from './layout.ts';

function productPlace(stage: Stage) {
  const { width, height, isTall } = stage;
  const long = isLong(stage);
  const slim = isSlim(stage);
  return isTall
    ? placeProduct(
        stage,
        {
          x: width * 0.05,
          y: height * 0.52,
          width: width * (long ? 1.25 : 0.9),
          height: height * (slim ? 0.6 : 0.42),
        },
        { rotationDegrees: tilt(stage, long ? -1.3 : -0.5), alignX: long ? 0 : 0.5, alignY: 0.4 },
      )
    : placeProduct(
        stage,
        {
          x: width * 0.6,
          y: height * 0.1,
          width: width * (long ? 0.52 : 0.42),
          height: height * (slim ? 1 : 0.92),
        },
        { rotationDegrees: tilt(stage, -0.5), alignX: 0.2, alignY: 0.6 },
      );
}

/** The user's own words about the product; stars only when a rating was given. */
export const proof: Layout = (stage) => {
  const { height, margin, short, isTall, copy, style, dress, setter, on } = stage;
  const { quoteSize, quoteRule, align } = style.composition;
  const { pose, bounds } = productPlace(stage);
  dress.addScenery(stage, bounds);
  addProduct(stage, pose);
  const column = isTall
    ? columnAbove(stage, Math.min(footOf(stage), bounds.y - short * 0.05))
    : columnTo(stage, leftEdge(stage, pose, margin, height - margin) - short * 0.07);
  const stars = copy.rating === undefined ? 0 : short * 0.11;
  const words = copy.quote === undefined ? undefined : inQuotes(copy.quote, setter.language);
  const placed = addColumn(
    stage,
    { ...column, y: column.y + stars, height: column.height - stars },
    [
      {
        role: 'quote',
        text: firstOf(words, copy.hook, copy.what, copy.name),
        size: quoteSize ?? (isTall ? 0.135 : 0.155),
        maxRows: isTall ? 5 : 4,
        isPlain: true,
      },
      quoteRule === true ? { role: 'rule', length: 0.12 } : null,
      { role: 'small', text: copy.by, size: 0.056, isHighlighted: true },
    ],
    { vertical: 'middle' },
  );
  if (copy.rating !== undefined)
    addStars(
      stage,
      copy.rating,
      { ...column, y: placed.top - stars, height: short * 0.07 },
      align,
      on.highlight,
    );
  dress.addFurniture?.(stage, bounds);
};
