import type { CanvasSize } from '../canvas-size.ts';
import { type Film, type FilmShot, framesPerSecond } from '../film.ts';
import { type LaidOutShot, layOutShot } from '../lay-out-shot.ts';
import { moveShot } from '../movement/move-shot.ts';
import { seenPose } from '../movement/product-pose.ts';
import { styleMovement } from '../movement/style-movement.ts';
import type { PhotoFacts } from '../stage/photo.ts';
import type { StagedProduct } from '../stage/stage.ts';
import type { Join, Shot, Storyboard, StyleId } from '../storyboard.ts';
import type { Roles } from '../styles/style.ts';
import type { TextMeasurer } from '../text/text-measurer.ts';
import { placeJoins } from './place-joins.ts';
import { scheduleShots } from './schedule-shots.ts';

export interface FilmInput {
  storyboard: Storyboard;
  canvas: CanvasSize;
  /** The cut-out; null when nothing could be cut out. */
  product: StagedProduct | null;
  /** What is known of the photo, still or clip that a shot shows, by the shot's id. */
  photos?: Readonly<Record<string, PhotoFacts>> | undefined;
  measurer: TextMeasurer;
}

/** How a style goes from shot to shot where the storyboard does not say. */
const usualJoins: Readonly<Record<StyleId, readonly Join[]>> = {
  bold: [{ type: 'whip', axis: 'x' }, { type: 'slam' }, { type: 'slant' }, { type: 'whip', axis: 'y' }],
  luxury: [{ type: 'black' }, { type: 'black', seconds: 0.45 }, { type: 'match' }],
  minimal: [{ type: 'push', axis: 'x' }, { type: 'cut' }],
  playful: [{ type: 'blob' }, { type: 'push', axis: 'x' }],
  tech: [{ type: 'zoom' }, { type: 'scan' }],
  organic: [{ type: 'iris' }, { type: 'push', axis: 'y' }],
  retro: [{ type: 'bands' }, { type: 'iris' }],
  sale: [{ type: 'slam' }, { type: 'slant' }, { type: 'whip', axis: 'x' }],
  editorial: [{ type: 'push', axis: 'y' }, { type: 'cut' }],
};

function joinInto({ style, shots }: Storyboard, index: number): Join {
  const usual = usualJoins[style];
  return shots[index]?.join ?? usual[(index - 1) % usual.length] ?? { type: 'cut' };
}

/** What runs ahead of the next picture, by style. */
function joinColors(style: StyleId, { grounds, dark, accent }: Roles): string[] {
  const { main, second, deep, field } = grounds;
  const colors: Partial<Record<StyleId, string[]>> = {
    bold: [dark, second],
    retro: [deep, accent, field, main],
    playful: [accent, second],
    tech: [accent],
    sale: [deep, field],
    organic: [field],
    editorial: [accent],
  };
  return colors[style] ?? [dark];
}

/** What is known of a shot's picture. What moves cannot be continued beyond its edges, however plain it begins. */
function photoOf({ id, picture }: Shot, photos: NonNullable<FilmInput['photos']>): PhotoFacts | null {
  const photo = photos[id];
  if (!photo) return null;
  return picture.kind === 'clip' ? { ...photo, isPlain: false, isMoving: true } : photo;
}

const endLayouts: readonly Shot['layout'][] = ['end-card'];

/**
 * Turns a storyboard into a film: shots and joins on frames, all layers laid out and given their movement. Pure but for
 * measuring text: the same in the browser and in Node.
 * @throws Error when a shot has neither a cut-out nor a picture to show.
 */
export function makeFilm({ storyboard, canvas, product, photos = {}, measurer }: FilmInput): Film {
  const { shots, style, copy, language, tempoBpm, mood = null } = storyboard;
  const schedule = scheduleShots(storyboard);
  const laidOut = shots.map((shot) =>
    layOutShot({
      shot,
      copy,
      style,
      canvas,
      product,
      picture: photoOf(shot, photos),
      language,
      mood,
      measurer,
    }),
  );
  const joins = shots.slice(1).map((_, index) => joinInto(storyboard, index + 1));
  const made: FilmShot[] = [];
  shots.forEach((shot, index) => {
    const scheduled = schedule.shots[index];
    const rest = laidOut[index];
    if (!scheduled || !rest) return;
    const { startFrame, frames } = scheduled;
    const before = made.at(-1)?.moving;
    const isMatched = joins[index - 1]?.type === 'match';
    const seconds = frames / framesPerSecond;
    const moving = moveShot({
      ...canvas,
      seconds,
      beatSeconds: 60 / tempoBpm,
      layers: rest.layers,
      focus: product?.facts.focus ?? [0.5, 0.5],
      anchors: product?.facts.anchors ?? [],
      aspect: product?.silhouette.aspectRatio ?? 1,
      lightness: product?.silhouette.lightness ?? 0.5,
      movement: styleMovement[style],
      wishes: shot.movement ?? {},
      layoutKeys: rest.keys,
      isEndCard: endLayouts.includes(shot.layout),
      isOpening: index === 0,
      isRightToLeft: rest.direction === 'rtl',
      leaves: joins[index]?.type === 'match',
      from: isMatched && before ? seenPose(before, before.seconds) : null,
      highlight: rest.colors.on.highlight,
    });
    made.push({ id: shot.id, role: shot.role, layout: shot.layout, startFrame, frames, moving });
  });
  return {
    ...canvas,
    style,
    tempoBpm,
    totalFrames: schedule.totalFrames,
    shots: made,
    joins: placeJoins(made, joins, colorsOf(style, laidOut)),
  };
}

function colorsOf(style: StyleId, laidOut: readonly LaidOutShot[]) {
  const roles = laidOut[0]?.colors.roles;
  if (!roles) return { colors: [], accent: '#000000' };
  const rings = ringColors(laidOut);
  return { colors: rings.length > 0 ? rings : joinColors(style, roles), accent: roles.accent };
}

/** The bands that a style draws round its products, from the outermost: they also run ahead of its joins. */
function ringColors(laidOut: readonly LaidOutShot[]): string[] {
  const shots = laidOut.map(({ layers }) => layers.filter(({ role }) => role === 'rings'));
  const rings = shots.find((layers) => layers.length > 0) ?? [];
  return rings.flatMap((layer) =>
    layer.type === 'shape' && typeof layer.fill === 'string' ? [layer.fill] : [],
  );
}
