import { addColumn } from '../stage/column.ts';
import { addPhoto, addScrim, standOnPhoto } from '../stage/add-photo.ts';
import type { PhotoFacts } from '../stage/photo.ts';
import type { CameraMove } from '../stage/photo-camera.ts';
import { type QuietSide, quietSide } from '../stage/place-photo.ts';
import { frameBox, type Stage } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { besidePhoto } from './beside-photo.ts';
import { bottomOf, footOf, type Layout, topOf } from './layout.ts';
import { shotWords } from './shot-words.ts';
import { pictureWindow } from './window.ts';

/** Share of the frame that words take beside a full picture. */
const WORDS_SHARE = { wide: 0.42, tall: 0.36, portrait: 0.44 };

const wordsShare = ({ isTall, isPortrait }: Stage) =>
  isPortrait ? WORDS_SHARE.portrait : isTall ? WORDS_SHARE.tall : WORDS_SHARE.wide;
/** A photo that loses more than this, or is busier than this under the words, stands beside them instead. */
const LEAST_KEPT = 0.75;
const BUSIEST = 0.2;

export const sidesOf = ({ isTall }: Stage) =>
  isTall ? (['top', 'bottom'] as const) : (['left', 'right'] as const);

/** Words on the quiet side of a full picture. */
function addFullPicture(stage: Stage, photo: PhotoFacts, quiet: QuietSide, move?: CameraMove): void {
  const { width, height, margin, short, isTall, safe, style, dress } = stage;
  addPhoto(stage, frameBox(stage), quiet.place, move ? { move } : {});
  standOnPhoto(stage, photo, quiet);
  const room = wordsShare(stage);
  const top = isTall && quiet.side === 'bottom' ? height * (1 - room) : topOf(stage);
  const column = isTall
    ? {
        x: margin,
        y: top,
        width: width - 2 * margin,
        height: (quiet.side === 'top' ? height * room : bottomOf(safe)) - top,
      }
    : {
        x: quiet.side === 'left' ? margin : width * (1 - room),
        y: top,
        width: width * room - margin - short * 0.02,
        height: footOf(stage) - top,
      };
  const vertical = isTall ? (quiet.side === 'top' ? 'top' : 'bottom') : 'middle';
  const { layers } = addColumn(stage, column, shotWords(stage), { vertical, align: 'start' });
  const boxes = layers.map(({ box }) => box);
  addScrim(stage, photo, quiet, boxes);
  underline(stage, layers);
  // Scenery that needs a free ground stays away; a page head may stand over the picture.
  if (style.composition.topInset) dress.addFurniture?.(stage, frameBox(stage));
}

/** The photo is the ground, words stand on its quiet side; beside it where it has none. */
export function fullPhoto(move: CameraMove): Layout {
  return (stage) => {
    const { photo } = stage;
    if (!photo) return pictureWindow(stage);
    const room = wordsShare(stage);
    const quiet = quietSide(photo, frameBox(stage), sidesOf(stage), room);
    if (quiet.place.kept < LEAST_KEPT || quiet.busyness > BUSIEST) besidePhoto({ move })(stage);
    else addFullPicture(stage, photo, quiet, move);
  };
}

/** A clip fills the frame; words stand in the third where least happens. */
export const heroClip: Layout = (stage) => {
  const { photo } = stage;
  if (!photo) return pictureWindow(stage);
  const room = wordsShare(stage);
  addFullPicture(stage, photo, quietSide(photo, frameBox(stage), sidesOf(stage), room, true));
};
