import type { Box } from '../layer.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { addColumn } from '../stage/column.ts';
import { roundRectangle } from '../stage/paths.ts';
import { placePhoto } from '../stage/place-photo.ts';
import { addShape } from '../stage/stage.ts';
import type { Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { columnAbove, columnTo, type Layout, topOf } from './layout.ts';
import { pageWithWindow } from './picture-window.ts';
import { shotWords } from './shot-words.ts';

/** The picture's own proportion, kept between a phone's and a screen's. */
const NARROWEST = 0.56;
const WIDEST = 1.78;

function frameOf(stage: Stage, aspect: number): Box {
  const { width, height, margin, isTall, isPortrait } = stage;
  const room = isTall
    ? {
        x: margin,
        y: height * (isPortrait ? 0.4 : 0.42),
        width: width - 2 * margin,
        height: height * (isPortrait ? 0.5 : 0.52),
      }
    : {
        x: width * 0.44,
        y: topOf(stage),
        width: width * 0.56 - margin,
        height: height - topOf(stage) - margin,
      };
  const size = Math.min(room.width / aspect, room.height);
  return {
    x: room.x + (room.width - size * aspect) / (isTall ? 2 : 1),
    y: room.y + (room.height - size) / 2,
    width: size * aspect,
    height: size,
  };
}

/** A picture or clip in a rounded frame on the style's ground, words beside or above it. */
export const frame: Layout = (stage) => {
  const { short, isTall, photo, style, dress } = stage;
  if (!photo) return pageWithWindow(stage);
  const aspect = Math.max(NARROWEST, Math.min(WIDEST, photo.width / photo.height));
  const box = frameOf(stage, aspect);
  const radius = (style.composition.frameRadius ?? 0) * short;
  const clip = roundRectangle(box, radius);
  dress.addScenery(stage, box);
  const { hasHardShadow } = style.badge;
  // Only its shadow is seen: a little smaller than the picture, so that no dark edge shows.
  const inset = short * 0.004;
  const plate = {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
  };
  addShape(stage, 'frame', roundRectangle(plate, radius), {
    fill: dress.roles.dark,
    z: 1.8,
    shadow: hasHardShadow
      ? { color: dress.roles.dark, blur: 1, dx: short * 0.012, dy: short * 0.018 }
      : { color: 'rgba(0,0,0,0.4)', blur: short * 0.05, dx: 0, dy: short * 0.02 },
  });
  addPhoto(stage, box, placePhoto(photo, box, 'none', 0, true), { clip, move: 'push' }).z = 2;
  const column = isTall ? columnAbove(stage, box.y - short * 0.05) : columnTo(stage, box.x - short * 0.06);
  const { layers } = addColumn(stage, column, shotWords(stage), {
    vertical: style.composition.vertical,
    align: isTall ? style.composition.align : 'start',
  });
  underline(stage, layers);
  dress.addFurniture?.(stage, box);
};
