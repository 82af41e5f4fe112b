import type { Box } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { addProduct, frameBox, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { brandLabel, columnTo, lineOf, placeInStack, placeProduct, sentence } from './layout.ts';

/** Sides of the box that a product takes as shares of the frame, and where its foot stands. */
const SMALL = {
  wide: { width: 0.32, height: 0.48, foot: 0.86 },
  tall: { width: 0.74, height: 0.4, foot: 0.9 },
};

/** A few words in a large space are large, whatever the style's headlines are. */
const LEAST_SIZE = 0.27;

const foot = { alignX: 0.5, alignY: 1 };

function beside(stage: Stage, box: Box, gap: number) {
  const placed = placeProduct(stage, box, foot);
  return { ...placed, column: columnTo(stage, placed.bounds.x - gap) };
}

/** The whole product, small in a large space, under words that fill it: what a macro would show too softly. */
export function inSpace(stage: Stage): void {
  const { width, height, short, isTall, dress, style } = stage;
  const words = [
    brandLabel(stage),
    {
      role: 'display' as const,
      text: sentence(stage, lineOf(stage)),
      maxRows: 4,
      size: Math.max(style.sizes.display, LEAST_SIZE),
    },
  ];
  const small = isTall ? SMALL.tall : SMALL.wide;
  const gap = short * 0.06;
  const box = {
    x: isTall ? (width * (1 - small.width)) / 2 : width * 0.58,
    y: height * (small.foot - small.height),
    width: width * small.width,
    height: height * small.height,
  };
  const { pose, bounds, column } = isTall
    ? placeInStack(stage, words, box, foot, gap)
    : beside(stage, box, gap);
  dress.addScenery(stage, frameBox(stage));
  addProduct(stage, pose, { isClose: true });
  const { layers } = addColumn(stage, column, words, {
    vertical: 'middle',
    ...(isTall ? {} : { align: 'start' as const }),
  });
  underline(stage, layers);
  dress.addFurniture?.(stage, bounds);
}
