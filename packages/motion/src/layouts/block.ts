import { legibleGround } from '../color/mood.ts';
import type { Box, Path } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { mapPath, rectangle } from '../stage/paths.ts';
import { quietSide, type Side } from '../stage/place-photo.ts';
import { seamPath, seamReach } from '../stage/seam.ts';
import { addShape, frameBox, type Stage, standOn } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { bottomOf, type Layout, topOf } from './layout.ts';
import { sidesOf } from './full.ts';
import { shotWords } from './shot-words.ts';
import { pictureWindow } from './window.ts';

/** Share of the frame that the colour block takes. */
const BLOCK = { wide: 0.46, tall: 0.42, portrait: 0.48 };

const blockShare = ({ isTall, isPortrait }: Stage) =>
  isPortrait ? BLOCK.portrait : isTall ? BLOCK.tall : BLOCK.wide;
const LEAST_KEPT = 0.75;
const BUSIEST = 0.22;

/** The block with the style's seam, or framed inside the margin where seams are straight; and the words' box in it. */
function blockOf(stage: Stage, side: Side): { path: Path; column: Box } {
  const { width, height, margin, short, isTall, safe, style } = stage;
  const { seam } = style.composition;
  const room = blockShare(stage);
  const pad = short * 0.055;
  if (seam === 'straight') {
    const box = isTall
      ? {
          x: margin,
          y: side === 'top' ? margin : height * (1 - room),
          width: width - 2 * margin,
          height: height * room - margin,
        }
      : {
          x: side === 'left' ? margin : width * (1 - room),
          y: margin,
          width: width * room - margin,
          height: height - 2 * margin,
        };
    const top = Math.max(box.y + pad, topOf(stage));
    const bottom = Math.min(box.y + box.height - pad, bottomOf(safe));
    return {
      path: rectangle(box),
      column: { x: box.x + pad, y: top, width: box.width - 2 * pad, height: bottom - top },
    };
  }
  // The seam's panel lies right of or below its line; for the other sides it is turned round.
  const isFar = side === 'right' || side === 'bottom';
  const at = (isTall ? height : width) * (1 - room);
  const reach = seamReach(seam, { length: isTall ? width : height, short, isTall }) + short * 0.04;
  const panel = seamPath(seam, { width, height, isTall }, at)(0);
  const path = isFar ? panel : mapPath(panel, ([x, y]) => (isTall ? [x, height - y] : [width - x, y]));
  const near = isTall ? height * room : width * room;
  const column = isTall
    ? side === 'top'
      ? { x: margin, y: topOf(stage), width: width - 2 * margin, height: near - reach - topOf(stage) }
      : { x: margin, y: at + reach, width: width - 2 * margin, height: bottomOf(safe) - at - reach }
    : {
        x: side === 'left' ? margin : at + reach,
        y: topOf(stage),
        width: near - reach - margin,
        height: bottomOf(safe) - topOf(stage),
      };
  return { path, column };
}

/** A colour block with the words on the photo's quiet side, the product fitted beside it. */
export const block: Layout = (stage) => {
  const { photo, dress } = stage;
  if (!photo) return pictureWindow(stage);
  const room = blockShare(stage);
  const quiet = quietSide(photo, frameBox(stage), sidesOf(stage), room);
  if (quiet.place.kept < LEAST_KEPT || quiet.busyness > BUSIEST) return pictureWindow(stage);
  addPhoto(stage, frameBox(stage), quiet.place);
  const color = legibleGround(dress.panelColor('block'), dress.roles.dark, dress.roles.light);
  const { path, column } = blockOf(stage, quiet.side);
  addShape(stage, 'panel', path, { fill: color, z: 1 });
  standOn(stage, color);
  const { layers } = addColumn(stage, column, shotWords(stage), { vertical: 'middle', align: 'start' });
  underline(stage, layers);
};
