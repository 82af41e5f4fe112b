import type { Context2D, Picture, Surface } from './canvas.ts';
import { type Film, type FilmJoin, framesPerSecond, joinAt, secondsIn, shotAt } from './film.ts';
import { joins } from './joins/joins.ts';
import type { JoinView } from './joins/join-design.ts';
import { drawShot } from './movement/draw-shot.ts';
import { rowLetters } from './movement/row-letters.ts';
import type { ShotTools, Sprite } from './movement/shot-tools.ts';
import type { PaintCache, Pictures } from './paint/paint-cache.ts';
import { paintLayer } from './paint/paint-layer.ts';

/** Raise it whenever the same film and pictures would give other frames: what was drawn before is drawn anew. */
export const drawingRevision = 17;

export interface DrawingOptions {
  /**
   * The cut-out as `product`, and for every shot that shows another picture its photo, still or present frame of its
   * clip, by the shot's id. Read anew for each frame.
   */
  pictures: Pictures;
  cache: PaintCache;
  /** For people who do not want things to move: shots stand settled and joins are cuts. */
  isReduced?: boolean;
}

/** When the next shot is seen first in a whip: its words and its product are there already. */
const whipSeconds = 0.14;

/** What drawing a film remembers: pictures of layers, by shot, and surfaces to draw on. */
export interface Drawing {
  film: Film;
  options: DrawingOptions;
  sprites: Map<number, Map<string, Sprite>>;
  joinPictures: Map<string, Picture>;
  surfaces: Map<string, Surface>;
  measuring: Context2D;
}

/** Begins to draw a film. Everything it remembers can be thrown away at any time: frames stay the same. */
export function createDrawing(film: Film, options: DrawingOptions): Drawing {
  return {
    film,
    options,
    sprites: new Map(),
    joinPictures: new Map(),
    surfaces: new Map(),
    measuring: options.cache.createSurface(1, 1).context,
  };
}

/** Keeps the pictures of the shots that are seen now or next; those of a join until it is over. */
function forgetOthers({ sprites, joinPictures }: Drawing, current: number, join: FilmJoin | undefined): void {
  const first = join ? join.shot - 1 : current;
  for (const index of sprites.keys()) if (index < first || index > first + 1) sprites.delete(index);
  if (!join) joinPictures.clear();
}

function toolsFor({ film, sprites, options, measuring }: Drawing, index: number): ShotTools {
  const known = sprites.get(index) ?? new Map<string, Sprite>();
  sprites.set(index, known);
  const { cache, pictures } = options;
  const own = pictures[film.shots[index]?.id ?? ''];
  const shown: Pictures = own ? { ...pictures, picture: own } : pictures;
  return {
    createSurface: cache.createSurface,
    paint: (context, layer) => paintLayer(context, layer, shown, cache),
    letters: (row) => rowLetters(measuring, row),
    sprites: known,
  };
}

function drawShotAt(drawing: Drawing, context: Context2D, index: number, seconds: number): void {
  const shot = drawing.film.shots[index];
  if (!shot) return;
  const { moving } = shot;
  const at = drawing.options.isReduced ? Math.min(moving.seconds, moving.settledSeconds) : seconds;
  drawShot(context, moving, toolsFor(drawing, index), at);
}

function wiped(drawing: Drawing, name: string): Surface {
  const { film, options, surfaces } = drawing;
  const surface = surfaces.get(name) ?? options.cache.createSurface(film.width, film.height);
  surfaces.set(name, surface);
  surface.context.clearRect(0, 0, film.width, film.height);
  return surface;
}

function shotPicture(drawing: Drawing, name: string, index: number, seconds: number): Picture {
  const { picture, context } = wiped(drawing, name);
  drawShotAt(drawing, context, index, seconds);
  return picture;
}

function drawJoin(drawing: Drawing, context: Context2D, join: FilmJoin, frame: number): void {
  const { film, options, joinPictures } = drawing;
  const [before, after] = [film.shots[join.shot - 1], film.shots[join.shot]];
  const design = joins[join.type];
  if (!before || !after || !design.draw) return;
  const once = (key: string, make: () => Picture): Picture => {
    const name = `${join.shot}/${key}`;
    const picture = joinPictures.get(name) ?? make();
    joinPictures.set(name, picture);
    return picture;
  };
  // They are seen blurred: half the size is enough.
  const fresh = (index: number, seconds: number) => {
    const { picture, context: own } = options.cache.createSurface(
      Math.ceil(film.width / 2),
      Math.ceil(film.height / 2),
    );
    own.scale(0.5, 0.5);
    drawShotAt(drawing, own, index, seconds);
    return picture;
  };
  const view: JoinView = {
    width: film.width,
    height: film.height,
    // A join that begins on its cut shows nothing of the shot before.
    before:
      design.before === 0
        ? wiped(drawing, 'before').picture
        : shotPicture(drawing, 'before', join.shot - 1, secondsIn(before, frame)),
    after: shotPicture(drawing, 'after', join.shot, secondsIn(after, frame)),
    still: (which) =>
      once(`still-${which}`, () =>
        which === 'before'
          ? fresh(join.shot - 1, secondsIn(before, join.startFrame))
          : fresh(join.shot, whipSeconds),
      ),
    once,
    createSurface: options.cache.createSurface,
    share: (frame - join.startFrame + 0.5) / join.frames,
    frames: join.frames,
    axis: join.axis,
    direction: join.direction,
    origin: join.origin,
    colors: join.colors,
    accent: join.accent,
    seed: join.seed,
  };
  context.save();
  design.draw(context, view);
  context.restore();
}

/**
 * Draws one frame of a film, 0 to `totalFrames` − 1, onto a context of the film's size. A frame is the same whatever
 * was drawn before it; drawn in order, what neighbouring frames share is painted once.
 */
export function drawFrame(context: Context2D, drawing: Drawing, frame: number): void {
  const { film, options } = drawing;
  const index = shotAt(film, frame);
  const shot = film.shots[index];
  if (!shot) return;
  const join = options.isReduced ? undefined : joinAt(film, frame);
  forgetOthers(drawing, index, join);
  context.save();
  context.clearRect(0, 0, film.width, film.height);
  if (join) drawJoin(drawing, context, join, frame);
  else drawShotAt(drawing, context, index, secondsIn(shot, frame));
  context.restore();
}

/**
 * Paints ahead what the first frames of the shot after the one at `frame` will need: call it while there is time, so
 * that no cut stutters.
 */
export function warmNextShot(drawing: Drawing, frame: number): void {
  const next = shotAt(drawing.film, frame) + 1;
  const shot = drawing.film.shots[next];
  if (!shot || drawing.sprites.has(next)) return;
  const { context } = wiped(drawing, 'after');
  drawShotAt(drawing, context, next, Math.min(0.5, shot.frames / framesPerSecond));
}
