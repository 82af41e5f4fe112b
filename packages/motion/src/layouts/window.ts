import type { Box, Path } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { rectangle } from '../stage/paths.ts';
import type { CameraMove } from '../stage/photo-camera.ts';
import { placePhoto } from '../stage/place-photo.ts';
import { seamPath, seamReach } from '../stage/seam.ts';
import type { Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { columnAbove, columnTo, footOf, type Layout, topOf } from './layout.ts';
import { pageWithWindow } from './picture-window.ts';
import { shotWords } from './shot-words.ts';

/** Share of a window's outer layers that lies where the photo would be. */
const LAYERS_FROM_PHOTO = 0.7;

/** The window: framed on the page, or a side of the frame with the style's seam. */
function windowOf(stage: Stage): { box: Box; clip: Path; seamAt: number; reach: number } {
  const { width, height, margin, short, isTall, isPortrait, style, layout } = stage;
  const { opening, seam, panelLayers = 0 } = style.composition;
  if (opening === 'window') {
    const top = topOf(stage);
    const box = isTall
      ? { x: margin, y: height * (isPortrait ? 0.435 : 0.46), width: width - 2 * margin, height: 0 }
      : { x: width * 0.46, y: top, width: width * 0.54 - margin, height: height - margin - top };
    if (isTall) box.height = height * 0.94 - box.y;
    return { box, clip: rectangle(box), seamAt: isTall ? box.y : box.x, reach: 0 };
  }
  // Name, price, button and address need more room than one line; the layers round a window take theirs from both.
  const layers = isPortrait ? (panelLayers * short * LAYERS_FROM_PHOTO) / height : 0;
  const tall = (layout === 'end-card' ? 0.53 : 0.46) + layers;
  const seamAt = isTall ? height * tall : width * 0.48;
  const reach = seamReach(seam, { length: isTall ? width : height, short, isTall });
  const start = Math.max(0, seamAt - reach);
  const box = isTall
    ? { x: 0, y: start, width, height: height - start }
    : { x: start, y: 0, width: width - start, height };
  return { box, clip: seamPath(seam, { width, height, isTall }, seamAt)(0), seamAt, reach };
}

/** The photo in a window, cropped round its subject; words beside it on the style's ground. */
export const windowOn =
  (move: CameraMove, firstSpot = 0): Layout =>
  (stage) => {
    const { short, isTall, photo, style, dress } = stage;
    if (!photo) return pageWithWindow(stage);
    const { box, clip, seamAt, reach } = windowOf(stage);
    const { opening, seam, panelLayers = 0 } = style.composition;
    dress.addScenery(stage, box);
    if (opening !== 'window' && dress.addPanel && panelLayers > 0)
      dress.addPanel(stage, seamPath(seam, stage, seamAt), dress.panelColor('window'), box);
    addPhoto(stage, box, placePhoto(photo, box, 'none', 0), { clip, move, firstSpot }).z = 1;
    const gap = short * 0.05 + panelLayers * short;
    const column = isTall
      ? columnAbove(stage, Math.min(seamAt - reach - gap, footOf(stage)))
      : columnTo(stage, seamAt - reach - gap);
    const vertical = opening === 'window' ? (isTall ? 'top' : 'bottom') : 'middle';
    const { layers } = addColumn(stage, column, shotWords(stage), { vertical, align: 'start' });
    underline(stage, layers);
    dress.addFurniture?.(stage, box);
  };

export const pictureWindow = windowOn('push');
