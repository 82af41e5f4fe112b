import { addColumn } from '../stage/column.ts';
import { addProduct, addShape, type Stage } from '../stage/stage.ts';
import { seamPath, seamReach } from '../stage/seam.ts';
import { underline } from '../stage/words.ts';
import {
  brandLabel,
  columnAbove,
  columnTo,
  lineOf,
  isLong,
  isSlim,
  type Layout,
  leftEdge,
  placeProduct,
  sentence,
  tilt,
} from './layout.ts';

function productPlace(stage: Stage, seamAt: number) {
  const { width, height, short, margin, isTall, product } = stage;
  if (!isTall)
    return placeProduct(
      stage,
      {
        x: seamAt - short * 0.06,
        y: height * 0.08,
        width: width - seamAt + short * 0.06 - margin * 0.5,
        height: height * 0.84,
      },
      { rotationDegrees: tilt(stage, 0.7), alignX: 0.4 },
    );
  const long = isLong(stage);
  const y = seamAt - short * 0.07;
  const reach = isSlim(stage) && product.facts.kind === 'flat' ? 1.08 : 0.95;
  return placeProduct(
    stage,
    { x: width * 0.03, y, width: width * (long ? 1.3 : 0.94), height: height * reach - y },
    { rotationDegrees: tilt(stage, long ? 1.6 : 0.7), alignX: long ? 0 : 0.5, alignY: 0.3 },
  );
}

/** Words on one side, the product on the other, over the style's seam. */
export const split: Layout = (stage) => {
  const { width, height, short, isTall, isPortrait, copy, style, dress, layout } = stage;
  const { seam, vertical, panelLayers = 0 } = style.composition;
  const seamAt = isTall ? height * (isPortrait ? 0.52 : 0.48) : width * 0.5;
  const { pose, bounds } = productPlace(stage, seamAt);
  const panel = isTall
    ? { x: 0, y: seamAt, width, height: height - seamAt }
    : { x: seamAt, y: 0, width: width - seamAt, height };
  dress.addScenery(stage, panel);
  const path = seamPath(seam, { width, height, isTall }, seamAt);
  const color = dress.panelColor(layout === 'macro' ? 'macro' : 'split');
  if (dress.addPanel) dress.addPanel(stage, path, color, bounds);
  else addShape(stage, 'panel', path(0), { fill: color });
  addProduct(stage, pose);
  const reach = seamReach(seam, { length: isTall ? width : height, short, isTall }) + panelLayers * short;
  const column = isTall
    ? columnAbove(stage, Math.min(bounds.y, seamAt - reach) - short * 0.05)
    : columnTo(
        stage,
        Math.min(leftEdge(stage, pose, height * 0.15, height * 0.85), seamAt - reach) - short * 0.05,
      );
  const { layers } = addColumn(
    stage,
    column,
    [
      brandLabel(stage),
      { role: 'display', text: sentence(stage, lineOf(stage)) },
      { role: 'support', text: sentence(stage, copy.what), maxRows: 4, dropOrder: 1 },
    ],
    { vertical: isTall ? 'middle' : vertical },
  );
  underline(stage, layers);
  dress.addFurniture?.(stage, panel);
};
