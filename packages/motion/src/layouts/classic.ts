import type { Box, Face } from '../layer.ts';
import { addPhoto, gradientStrength } from '../stage/add-photo.ts';
import { luminanceUnder, type PhotoPlace, placePhoto } from '../stage/place-photo.ts';
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

/** How far the darkness behind a title fades beyond it, as a share of the height. */
const VEIL_FADE = 0.24;
/** What a title is set over when there is no picture to measure, as luminance. */
const UNKNOWN = 0.6;

/** A dark veil from an edge to beyond a title, only as strong as the title's colour needs on what is behind it. */
function addVeil(stage: Stage, isTop: boolean, title: Box, color: string, place: PhotoPlace | null): void {
  const { width, height, short, photo } = stage;
  const [, , high] = photo && place ? luminanceUnder(photo, place, title) : [0, 0, UNKNOWN];
  const strength = gradientStrength(high, '#000000', color);
  if (strength === 0) return;
  const solid = (isTop ? title.y + title.height : height - title.y) + short * 0.01;
  const depth = solid + height * VEIL_FADE;
  const [from, to] = isTop ? [0, depth] : [height, height - depth];
  const fade = Array.from({ length: 7 }, (_, i) => {
    const t = i / 6;
    return [
      (solid + (depth - solid) * t) / depth,
      `rgba(0,0,0,${strength * (1 - t * t * (3 - 2 * t))})`,
    ] as const;
  });
  addShape(stage, 'field', [['rect', 0, isTop ? 0 : height - depth, width, depth]], {
    fill: { type: 'linear', from: [0, from], to: [0, to], stops: [[0, `rgba(0,0,0,${strength})`], ...fade] },
    z: 2.5,
  });
}

function addTitle(
  stage: Stage,
  id: 'name' | 'call-to-action',
  text: string | undefined,
  place: PhotoPlace | null,
): void {
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
  addVeil(stage, isName, box, title.color, place);
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
  const place = photo && placePhoto(photo, frame, 'none', 0, true);
  if (place) addPhoto(stage, frame, place);
  else {
    const { pose, bounds } = placeProduct(
      stage,
      { x: width * 0.12, y: height * 0.2, width: width * 0.76, height: height * 0.6 },
      { alignY: 0.5 },
    );
    dress.addScenery(stage, bounds);
    addProduct(stage, pose);
  }
  addTitle(stage, 'name', copy.name, place);
  addTitle(stage, 'call-to-action', copy.callToAction, place);
};
