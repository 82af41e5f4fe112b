import { addColumn } from '../stage/column.ts';
import { addProduct, frameBox, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import {
  boxInStack,
  brandLabel,
  columnInStack,
  columnTo,
  firstOf,
  placeProduct,
  sentence,
} from './layout.ts';

/** Sides of the box that a product takes as shares of the frame, and where its foot stands. */
const SMALL = {
  wide: { width: 0.32, height: 0.48, foot: 0.86 },
  tall: { width: 0.74, height: 0.4, foot: 0.9 },
};

/** A few words in a large space are large, whatever the style's headlines are. */
const LEAST_SIZE = 0.27;

/** The whole product, small in a large space, under words that fill it: what a macro would show too softly. */
export function inSpace(stage: Stage): void {
  const { width, height, short, isTall, copy, dress, style } = stage;
  const small = isTall ? SMALL.tall : SMALL.wide;
  const box = {
    x: isTall ? (width * (1 - small.width)) / 2 : width * 0.58,
    y: height * (small.foot - small.height),
    width: width * small.width,
    height: height * small.height,
  };
  const { pose, bounds } = placeProduct(stage, boxInStack(stage, box), { alignX: 0.5, alignY: 1 });
  dress.addScenery(stage, frameBox(stage));
  addProduct(stage, pose, { isClose: true });
  const column = isTall
    ? columnInStack(stage, bounds, short * 0.06)
    : columnTo(stage, bounds.x - short * 0.06);
  const { layers } = addColumn(
    stage,
    column,
    [
      brandLabel(stage),
      {
        role: 'display',
        text: sentence(stage, firstOf(copy.benefits?.[0], copy.hook, copy.name)),
        maxRows: 4,
        size: Math.max(style.sizes.display, LEAST_SIZE),
      },
    ],
    { vertical: 'middle', ...(isTall ? {} : { align: 'start' as const }) },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
}
