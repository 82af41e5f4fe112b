import { legibleGround } from '../color/mood.ts';
import type { Box, Path } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { rectangle } from '../stage/paths.ts';
import { quietSide, type Side } from '../stage/place-photo.ts';
import { addShape, frameBox, type Stage, standOn } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { besidePhoto, type PhotoShot } from './beside-photo.ts';
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

/** The block, framed inside the margin, and the words' box in it. */
function blockOf(stage: Stage, side: Side): { path: Path; column: Box } {
  const { width, height, margin, short, isTall, safe } = stage;
  const room = blockShare(stage);
  const pad = short * 0.055;
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

/** Words in a colour block: on the photo's quiet side where it has one, else the photo stands beside the block. */
export function blockOn(shot: PhotoShot): Layout {
  return (stage) => {
    const { photo, dress, style } = stage;
    if (!photo) return pictureWindow(stage);
    const room = blockShare(stage);
    const quiet = quietSide(photo, frameBox(stage), sidesOf(stage), room);
    const isQuiet = quiet.place.kept >= LEAST_KEPT && quiet.busyness <= BUSIEST;
    if (!isQuiet || style.composition.seam !== 'straight') return besidePhoto(shot)(stage);
    addPhoto(stage, frameBox(stage), quiet.place, shot);
    const color = legibleGround(dress.panelColor('block'), dress.roles.dark, dress.roles.light);
    const { path, column } = blockOf(stage, quiet.side);
    addShape(stage, 'panel', path, { fill: color, z: 1 });
    standOn(stage, color);
    const { layers } = addColumn(stage, column, shotWords(stage), { vertical: 'middle', align: 'start' });
    underline(stage, layers);
  };
}
