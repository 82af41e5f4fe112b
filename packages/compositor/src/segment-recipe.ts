import { createHash } from 'node:crypto';
import { TimelineInvalid } from './errors.ts';
import { conformFilter } from './filters/conform-filter.ts';
import { joinFilter } from './filters/join-filter.ts';
import { overlayFilter } from './filters/overlay-filter.ts';
import type { MediaProbe, PictureFacts } from './probe-media.ts';
import { type Schedule, type Shot, toFrames } from './schedule.ts';
import { type Sprite, spriteHash } from './sprites/sprite-spec.ts';
import { fps, type Overlay, type Timeline } from './timeline.ts';

export type SegmentInput =
  | { kind: 'media'; path: string; sha256: string; options: string[] }
  | { kind: 'sprite'; hash: string; sprite: Sprite };

/** How one stretch of frames is made. `hash` names the result: same hash, same picture. */
export interface Recipe {
  hash: string;
  inputs: SegmentInput[];
  /** Filter statements that end on the pad `out`. */
  graph: string;
}

/** An overlay on its frames, with the sprite it is drawn from. */
export interface PlacedOverlay {
  overlay: Overlay;
  startFrame: number;
  endFrame: number;
  /** Part of a card: the card is rendered as a whole, so its elements cut no segments. */
  isOnCard: boolean;
  sprite: Sprite;
  /** Unfinished clips that must be looked at before the sprite can be drawn. */
  missingClipIds: string[];
}

export interface RecipeWish {
  timeline: Timeline;
  schedule: Schedule;
  probes: ReadonlyMap<string, MediaProbe>;
  /** Those on screen during the stretch, lowest first. */
  overlays: readonly PlacedOverlay[];
  startFrame: number;
  endFrame: number;
}

/** Raise it whenever the same graph and inputs would give another picture. */
const recipeRevision = 3;
/** Cuts later than this in a source are not read from its start; the preroll is wide enough for slow frame rates. */
const seekBeyondFrames = 10 * fps;
const prerollFrames = 5 * fps;

export function pictureOf(
  source: string,
  probes: ReadonlyMap<string, MediaProbe>,
): { path: string; sha256: string; inputOptions: string[]; picture: PictureFacts } {
  const probe = probes.get(source);
  if (!probe) throw new TimelineInvalid(`${source} was not probed. Probe every file of the timeline first.`);
  const { path, sha256, inputOptions, picture } = probe;
  if (!picture) throw new TimelineInvalid(`${source} has no picture, so it cannot be a clip.`);
  return { path, sha256, inputOptions, picture };
}

/** The shots seen on [startFrame, endFrame): one, or two during a join. */
export function shotsIn(shots: readonly Shot[], startFrame: number, endFrame: number): Shot[] {
  return shots.filter((shot) => shot.startFrame < endFrame && shot.endFrame > startFrame);
}

/** Collects inputs, handing out the FFmpeg pad of each. */
class Inputs {
  readonly list: SegmentInput[] = [];

  add(input: SegmentInput): string {
    this.list.push(input);
    return `${this.list.length - 1}:v`;
  }

  addSprite(sprite: Sprite): string {
    return this.add({ kind: 'sprite', hash: spriteHash(sprite), sprite });
  }
}

/**
 * A still picture as we draw it ourselves, before it becomes a clip: upright by its EXIF, sRGB by its profile, no larger
 * than it takes to cover the canvas.
 */
function drawnStill(picture: PictureFacts, canvas: Timeline['canvas']): PictureFacts {
  const scale = Math.min(1, Math.max(canvas.width / picture.width, canvas.height / picture.height));
  return {
    ...picture,
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
    isHdr: false,
    transfer: 'iec61966-2-1',
    primaries: 'bt709',
    pixelFormat: 'rgba',
  };
}

/** Statements for `frames` frames of a shot, from its own frame `from`, on the pad `label`. */
function shotStatements(
  wish: RecipeWish,
  inputs: Inputs,
  shot: Shot,
  from: number,
  frames: number,
  label: string,
) {
  const { canvas } = wish.timeline;
  if (shot.content.kind === 'card') {
    const { background, accent } = shot.content.card;
    const pad = inputs.addSprite({ type: 'card', background, accent, rect: { x: 0, y: 0, ...canvas } });
    const still = 'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1';
    return `[${pad}]${still},loop=loop=${frames - 1}:size=1,setpts=N/(${fps}*TB)[${label}]`;
  }
  const { clip } = shot.content;
  const { path, sha256, inputOptions, picture } = pictureOf(clip.source ?? '', wish.probes);
  if (wish.probes.get(clip.source ?? '')?.kind === 'image') {
    const drawn = drawnStill(picture, canvas);
    const rect = { x: 0, y: 0, width: drawn.width, height: drawn.height };
    const pad = inputs.addSprite({ type: 'image', path, sha256, opacity: 1, rect });
    return conformFilter(pad, label, { picture: drawn, canvas, fit: clip.fit, fromFrame: 0, frames });
  }
  const wanted = toFrames(clip.inSeconds) + from;
  const seekFrames = wanted > seekBeyondFrames ? wanted - prerollFrames : 0;
  const seek = seekFrames > 0 ? ['-ss', (seekFrames / fps).toFixed(6)] : [];
  const options = [...inputOptions, ...seek];
  const pad = inputs.add({ kind: 'media', path, sha256, options });
  return conformFilter(pad, label, {
    picture,
    canvas,
    fit: clip.fit,
    fromFrame: wanted - seekFrames,
    frames,
  });
}

/**
 * Statements for the picture under the overlays, on the pad `picture`. A join is drawn whole, then trimmed; its shots
 * are read one frame further, because xfade may lose its last frame when its inputs end in different ways.
 */
function baseStatements(wish: RecipeWish, inputs: Inputs): string[] {
  const { startFrame, endFrame, schedule, timeline } = wish;
  const frames = endFrame - startFrame;
  const [first, second] = shotsIn(schedule.shots, startFrame, endFrame);
  if (!first) throw new TimelineInvalid(`No shot covers frame ${startFrame}.`);
  const finish = (skip: number) =>
    `[base]trim=start_frame=${skip}:end_frame=${skip + frames},setpts=N/(${fps}*TB)[picture]`;
  if (!second) {
    return [shotStatements(wish, inputs, first, startFrame - first.startFrame, frames, 'base'), finish(0)];
  }
  const { style, frames: joinFrames } = first.joinAfter;
  return [
    shotStatements(wish, inputs, first, second.startFrame - first.startFrame, joinFrames + 1, 'a'),
    shotStatements(wish, inputs, second, 0, joinFrames + 1, 'b'),
    joinFilter(style, ['a', 'b'], 'base', timeline.canvas, joinFrames),
    finish(startFrame - second.startFrame),
  ];
}

function overlayStatement(
  wish: RecipeWish,
  inputs: Inputs,
  placed: PlacedOverlay,
  base: string,
  label: string,
): string {
  const { overlay, sprite } = placed;
  const frames = placed.endFrame - placed.startFrame;
  const motion = (which: 'entrance' | 'exit') => ({
    style: overlay[which].style,
    frames: Math.min(toFrames(overlay[which].seconds), Math.floor(frames / 2)),
  });
  return overlayFilter([base, inputs.addSprite(sprite)], label, wish.timeline.canvas, {
    ...sprite.rect,
    frames,
    fromFrame: wish.startFrame - placed.startFrame,
    segmentFrames: wish.endFrame - wish.startFrame,
    entrance: motion('entrance'),
    exit: motion('exit'),
  });
}

/**
 * Computes the filter graph and inputs of the frames [startFrame, endFrame), and the hash that names the result. Pure.
 * The hash covers source bytes, sprites, graph and `encoder`; not where files lie, nor where in the ad the frames are.
 */
export function recipeFor(wish: RecipeWish, encoder: readonly string[]): Recipe {
  const inputs = new Inputs();
  const base = baseStatements(wish, inputs);
  const layers = wish.overlays.map((placed, index) =>
    overlayStatement(wish, inputs, placed, index === 0 ? 'picture' : `o${index - 1}`, `o${index}`),
  );
  const top = layers.length === 0 ? 'picture' : `o${layers.length - 1}`;
  const graph = [...base, ...layers, `[${top}]setsar=1,format=yuv420p,setpts=N/(${fps}*TB)[out]`].join(';');
  const ingredients = inputs.list.map((it) => (it.kind === 'media' ? [it.sha256, it.options] : it.hash));
  const identity = JSON.stringify([
    recipeRevision,
    graph,
    ingredients,
    wish.endFrame - wish.startFrame,
    encoder,
  ]);
  return {
    hash: createHash('sha256').update(identity).digest('hex').slice(0, 32),
    inputs: inputs.list,
    graph,
  };
}
