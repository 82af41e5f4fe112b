import type { Box, Face } from '../layer.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { placePhoto } from '../stage/place-photo.ts';
import { addProduct, addShape, frameBox, nextReading, type Stage } from '../stage/stage.ts';
import { alignRows, fitText } from '../text/fit-text.ts';
import { type Layout, placeProduct } from './layout.ts';

/** The seed's titles, in pixels of a canvas whose short side is 1080: the name 100 px from the top, in white … */
const NAME = { sizePx: 72, top: 100, color: '#ffffff' };
/** … and the call to action in yellow, its baseline at y = 900 of 1080. */
const CALL_TO_ACTION = { sizePx: 48, baseline: 900, color: '#ffd400' };
/** Widest share of the frame, and what platforms cover at the foot of tall canvases. */
const WIDEST = 0.88;
const TALL_FOOT = 0.28;

const face: Face = { family: 'inter', weight: 700, trackingEm: 0, lineEm: 1.2 };

/** Darkness behind a title from its edge of the frame, and how far it fades beyond, as a share of the height. */
const VEIL = 'rgba(0,0,0,0.68)';
const VEIL_FADE = 0.14;

/** A dark veil from an edge to beyond a title, that keeps white and yellow legible on any picture. */
function addVeil(stage: Stage, isTop: boolean, title: Box): void {
  const { width, height, short } = stage;
  const end = isTop ? title.y + title.height + short * 0.02 : title.y - short * 0.02;
  const depth = (isTop ? end : height - end) + height * VEIL_FADE;
  const edge = isTop ? 0 : height;
  addShape(stage, 'field', [['rect', 0, isTop ? 0 : height - depth, width, depth]], {
    fill: {
      type: 'linear',
      from: [0, edge],
      to: [0, isTop ? depth : height - depth],
      stops: [
        [0, VEIL],
        [1 - (height * VEIL_FADE) / depth, VEIL],
        [1, 'rgba(0,0,0,0)'],
      ],
    },
    z: 2.5,
  });
}

function addTitle(stage: Stage, id: 'name' | 'call-to-action', text: string | undefined): void {
  const { width, height, short, isTall, setter } = stage;
  if (text === undefined || text === '') return;
  const scale = short / 1080;
  const isName = id === 'name';
  const title = isName ? NAME : CALL_TO_ACTION;
  const block = alignRows(
    fitText(setter, face, text, {
      width: width * WIDEST,
      height: height * 0.2,
      maxPx: title.sizePx * scale,
      maxRows: 2,
    }),
    'center',
  );
  const baseline = isTall ? height * (1 - TALL_FOOT) : CALL_TO_ACTION.baseline * scale;
  const box = {
    x: (width - block.width) / 2,
    y: isName ? (isTall && stage.isPortrait ? stage.safe.y : NAME.top * scale) : baseline - block.height,
    width: block.width,
    height: block.height,
  };
  addVeil(stage, isName, box);
  stage.layers.push({
    type: 'text',
    id,
    role: isName ? 'display' : 'support',
    z: 3,
    box,
    reading: nextReading(stage),
    block,
    fill: title.color,
    effects: {},
    // Words of the seed lie over whatever the picture shows.
    isMeantOver: true,
  });
}

/** The seed's layout: the picture full-frame, the name at the top, the call to action at the bottom. */
export const classic: Layout = (stage) => {
  const { width, height, photo, dress, copy } = stage;
  const frame = frameBox(stage);
  if (photo) addPhoto(stage, frame, placePhoto(photo, frame, 'none', 0, true));
  else {
    const { pose, bounds } = placeProduct(
      stage,
      { x: width * 0.12, y: height * 0.2, width: width * 0.76, height: height * 0.6 },
      { alignY: 0.5 },
    );
    dress.addScenery(stage, bounds);
    addProduct(stage, pose);
  }
  addTitle(stage, 'name', copy.name);
  addTitle(stage, 'call-to-action', copy.callToAction);
};
