import { legibleGround } from '../color/mood.ts';
import { withAlpha } from '../color/oklch.ts';
import type { Box, Path } from '../layer.ts';
import { addColumn } from '../stage/column.ts';
import { addPhoto } from '../stage/add-photo.ts';
import { FOOT_TOP, footPath } from '../stage/foot-field.ts';
import { mapPath, rectangle } from '../stage/paths.ts';
import type { PhotoFacts } from '../stage/photo.ts';
import { type CameraMove, spotsOf } from '../stage/photo-camera.ts';
import { placePhoto } from '../stage/place-photo.ts';
import { seamPath, seamReach } from '../stage/seam.ts';
import { addGround, addShape, frameBox, type Stage, standOn } from '../stage/stage.ts';
import { underline } from '../stage/words.ts';
import { bottomOf, lineOf, isProductAbove, type Layout, topOf } from './layout.ts';
import { shotWords } from './shot-words.ts';
import { wordsOnPlate } from './travel.ts';
import { pictureWindow } from './window.ts';

/** Share of the frame that words take beside a whole photo. */
const WORDS = { wide: 0.44, tall: 0.4, portrait: 0.43, portraitEnd: 0.55 };
/** The picture rises out of the ground over this share of the frame. */
const FADE = 0.16;

export interface PhotoShot {
  move: CameraMove;
  firstSpot?: number;
}

function wordsShare({ isTall, isPortrait, role }: Stage): number {
  if (isPortrait) return role === 'cta' ? WORDS.portraitEnd : WORDS.portrait;
  return isTall ? WORDS.tall : WORDS.wide;
}

/** The words' place on the near side of a line. */
function columnBefore(stage: Stage, end: number): Box {
  const { width, margin, isTall, safe } = stage;
  const top = topOf(stage);
  return isTall
    ? { x: margin, y: top, width: width - 2 * margin, height: end - top }
    : { x: margin, y: top, width: end - margin, height: bottomOf(safe) - top };
}

/** Share of a tall frame that a photo above its words takes. */
const ABOVE = 0.43;

/** The photo at the head of a tall frame, below it the block with its seam: the other way round than `inBlock`. */
function aboveBlock(stage: Stage, photo: PhotoFacts, { move, firstSpot = 0 }: PhotoShot): void {
  const { width, height, margin, short, style, safe } = stage;
  const { seam } = style.composition;
  const at = height * ABOVE;
  const reach = seamReach(seam, { length: width, short, isTall: true });
  const box = { x: 0, y: 0, width, height: at + reach + short * 0.02 };
  addPhoto(stage, box, placePhoto(photo, box, 'bottom', ((2 * reach) / box.height) * 0.6), {
    move,
    firstSpot,
  });
  const color = blockColor(stage);
  addShape(stage, 'panel', seamPath(seam, stage, at)(0), { fill: color, z: 1 });
  standOn(stage, color);
  addDetailAtFoot(stage, photo, firstSpot);
  const top = at + reach + short * 0.05;
  const column = { x: margin, y: top, width: width - 2 * margin, height: bottomOf(safe) - top };
  const { layers } = addColumn(stage, column, shotWords(stage), { vertical: 'middle', align: 'start' });
  underline(stage, layers);
}

/** How much nearer the detail at the foot is than the photo's width asks for, and how far it reaches above its seam. */
const DETAIL = { nearer: 1.5, reach: 0.06 };

/** A detail of the photo at the foot of a 9:16 frame, where no words may stand. */
function addDetailAtFoot(stage: Stage, photo: PhotoFacts, firstSpot: number): void {
  const clip = footPath(stage);
  if (!clip) return;
  const { width, height } = stage;
  const y = height * (FOOT_TOP - DETAIL.reach);
  const box = { x: 0, y, width, height: height - y };
  const spots = spotsOf(photo);
  const [u, v] = spots[(firstSpot + 1) % spots.length] ?? [0.5, 0.5];
  const scale = Math.max(width / photo.width, box.height / photo.height) * DETAIL.nearer;
  const seen = { width: width / (photo.width * scale), height: box.height / (photo.height * scale) };
  const between = (at: number, size: number) => Math.max(0, Math.min(1 - size, at - size / 2));
  const crop = { x: between(u, seen.width), y: between(v, seen.height), ...seen };
  addPhoto(stage, box, { seen: crop }, { clip }).z = 1.1;
}

function blockColor({ layout, dress }: Stage): string {
  const wished =
    layout === 'offer' || layout === 'block' ? dress.panelColor('block') : dress.groundOf(layout);
  return legibleGround(wished, dress.roles.dark, dress.roles.light);
}

/** A block of the style's colour with its seam, the whole photo in what is left of the frame. */
function inBlock(stage: Stage, photo: PhotoFacts, { move, firstSpot = 0 }: PhotoShot): void {
  const { width, height, short, isTall, style } = stage;
  const { seam } = style.composition;
  const share = wordsShare(stage);
  const length = isTall ? height : width;
  const at = length * share;
  const reach = seamReach(seam, { length: isTall ? width : height, short, isTall });
  const start = Math.max(0, at - reach - short * 0.02);
  const box = isTall
    ? { x: 0, y: start, width, height: height - start }
    : { x: start, y: 0, width: width - start, height };
  const hidden = (at + reach - start) / (length - start);
  const place = placePhoto(photo, box, isTall ? 'top' : 'left', hidden);
  addPhoto(stage, box, place, { move, firstSpot });
  const color = blockColor(stage);
  // The seam's panel lies beyond its line: the words' block is the same line turned round.
  const panel = seamPath(seam, { width, height, isTall }, length - at)(0);
  const path: Path = mapPath(panel, ([x, y]) => (isTall ? [x, height - y] : [width - x, y]));
  addShape(stage, 'panel', path, { fill: color, z: 1 });
  standOn(stage, color);
  const column = columnBefore(stage, at - reach - short * 0.05);
  const { layers } = addColumn(stage, column, shotWords(stage), { vertical: 'middle', align: 'start' });
  underline(stage, layers);
}

/** The photo rises out of the style's ground, on which the words stand. */
function outOfGround(stage: Stage, photo: PhotoFacts, { move, firstSpot = 0 }: PhotoShot): void {
  const { width, height, short, isTall, dress, layout, style } = stage;
  const color = dress.groundOf(layout);
  const length = isTall ? height : width;
  const at = length * wordsShare(stage);
  const start = at - length * FADE * 0.4;
  const box = isTall
    ? { x: 0, y: start, width, height: height - start }
    : { x: start, y: 0, width: width - start, height };
  addGround(stage, color);
  const place = placePhoto(photo, box, isTall ? 'top' : 'left', 0.12);
  addPhoto(stage, box, place, { move, firstSpot });
  const end = start + length * FADE;
  // From behind the picture's edge, which is never seen.
  const solid = start - 2;
  const fade = isTall
    ? { x: 0, y: solid, width, height: end - solid }
    : { x: solid, y: 0, width: end - solid, height };
  const steps = [1, 0.94, 0.78, 0.5, 0.22, 0.06, 0];
  addShape(stage, 'panel', rectangle(fade), {
    fill: {
      type: 'linear',
      from: isTall ? [0, solid] : [solid, 0],
      to: isTall ? [0, end] : [end, 0],
      stops: steps.map((alpha, i) => [i / (steps.length - 1), withAlpha(color, alpha)] as const),
    },
    z: 0.4,
  });
  const column = columnBefore(stage, start - short * 0.02);
  const { layers } = addColumn(stage, column, shotWords(stage), {
    vertical: isTall ? 'middle' : style.composition.vertical,
    align: 'start',
  });
  underline(stage, layers);
  if (style.composition.topInset) dress.addFurniture?.(stage, frameBox(stage));
}

/** Words beside a whole photo: a block of colour with the style's seam, or the style's ground out of which it rises. */
export function besidePhoto(shot: PhotoShot): Layout {
  return (stage) => {
    const { photo, style } = stage;
    if (!photo) pictureWindow(stage);
    else if (style.composition.seam === 'straight') outOfGround(stage, photo, shot);
    else if (isProductAbove(stage)) aboveBlock(stage, photo, shot);
    else inBlock(stage, photo, shot);
  };
}

/** Details of the photo one after the other over the whole frame, and the shot's line, if any, on a plate. */
export function photoDetails(firstSpot: number): Layout {
  return (stage) => {
    const { photo, dress } = stage;
    if (!photo) return pictureWindow(stage);
    const box = frameBox(stage);
    addPhoto(stage, box, placePhoto(photo, box, 'none', 0, true), { move: 'details', firstSpot });
    if (lineOf(stage) === undefined) return;
    const color = legibleGround(dress.panelColor('block'), dress.roles.dark, dress.roles.light);
    wordsOnPlate(stage, { color });
  };
}
