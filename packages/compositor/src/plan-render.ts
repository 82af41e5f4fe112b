import { createHash } from 'node:crypto';
import { cardOverlays } from './sprites/card-overlays.ts';
import { TimelineInvalid } from './errors.ts';
import { conformFilter } from './filters/conform-filter.ts';
import { joinFilter } from './filters/join-filter.ts';
import { overlayFilter, type SpritePlacement } from './filters/overlay-filter.ts';
import { placeOverlay } from './sprites/place-overlay.ts';
import { type AudioPlan, planAudio } from './sound/plan-audio.ts';
import type { MediaProbe } from './probe-media.ts';
import { type Schedule, schedule, type Shot, toFrames } from './schedule.ts';
import { type Backdrop, type Sprite, spriteHash } from './sprites/sprite-spec.ts';
import { type Canvas, fps, type Overlay, type Timeline } from './timeline.ts';

export type SegmentInput =
  | { kind: 'media'; path: string; sha256: string; options: string[] }
  | { kind: 'sprite'; hash: string };

/** How one stretch of frames is made. `hash` names the result: same hash, same picture. */
export interface Recipe {
  hash: string;
  inputs: SegmentInput[];
  /** Filter statements that end on the pad `out`. */
  graph: string;
}

export interface Segment {
  startFrame: number;
  frameCount: number;
  /** Null while it depends on clips that are still being made. */
  recipe: Recipe | null;
  missingClipIds: string[];
}

/** An overlay on its frames, with the sprite it is drawn from. */
export interface PlacedOverlay {
  overlay: Overlay;
  startFrame: number;
  endFrame: number;
  sprite: Sprite;
  spriteHash: string;
  missingClipIds: string[];
}

export interface RenderPlan {
  canvas: Canvas;
  schedule: Schedule;
  totalFrames: number;
  segments: Segment[];
  overlays: PlacedOverlay[];
  sprites: Map<string, Sprite>;
  /** Null while clips are missing. */
  audio: AudioPlan | null;
  /** Encoder arguments, the same for every segment, so that segments join without re-encoding. */
  encoder: string[];
  metadata: Record<string, string>;
  missingClipIds: string[];
}

/** Raise it whenever the same graph and inputs would give another picture. */
const recipeRevision = 1;
/** Longest segments, in frames: with text (changed often: split over the cores) and without (few key frames). */
const longestWithText = 45;
const longestPlain = 90;
/** Sources longer than this are not read from their start; enough is read before the cut to catch slow frame rates. */
const seekBeyondFrames = 10 * fps;
const prerollFrames = 5 * fps;

function encoderArguments({ encoding }: Timeline): string[] {
  return [
    ['-c:v', 'libx264', '-preset', encoding.preset, '-crf', String(encoding.crf)],
    ['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-r', String(fps)],
    ['-x264-params', 'stitchable=1:open-gop=0:threads=1', '-flags', '+cgop'],
    ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ['-video_track_timescale', '30000'],
  ].flat();
}

function missingIn(shots: readonly Shot[]): string[] {
  return shots.flatMap(({ content }) =>
    content.kind === 'clip' && content.clip.source === null ? [content.clip.id] : [],
  );
}

function probeOf(source: string, probes: ReadonlyMap<string, MediaProbe>): MediaProbe & { picture: object } {
  const probe = probes.get(source);
  if (!probe) throw new TimelineInvalid(`${source} was not probed. Probe every file of the timeline first.`);
  const { picture } = probe;
  if (!picture) throw new TimelineInvalid(`${source} has no picture, so it cannot be a clip.`);
  return { ...probe, picture };
}

function shotsIn(shots: readonly Shot[], startFrame: number, endFrame: number): Shot[] {
  return shots.filter((shot) => shot.startFrame < endFrame && shot.endFrame > startFrame);
}

function backdropsOf(
  { shots }: Schedule,
  startFrame: number,
  endFrame: number,
  probes: ReadonlyMap<string, MediaProbe>,
): Backdrop[] {
  return shotsIn(shots, startFrame, endFrame).flatMap((shot): Backdrop[] => {
    if (shot.content.kind === 'card') return [{ kind: 'card', color: shot.content.card.background }];
    const { clip } = shot.content;
    if (clip.source === null) return [];
    const { path, sha256, picture } = probeOf(clip.source, probes);
    const from = Math.max(0, startFrame - shot.startFrame);
    const frames = Math.min(endFrame, shot.endFrame) - shot.startFrame - from;
    const fromFrame = toFrames(clip.inSeconds) + from;
    return picture ? [{ kind: 'clip', path, sha256, picture, fit: clip.fit, fromFrame, frames }] : [];
  });
}

function placeOverlays(
  timeline: Timeline,
  plan: Schedule,
  probes: ReadonlyMap<string, MediaProbe>,
): PlacedOverlay[] {
  const ofCards = plan.shots.flatMap(({ content, startFrame, endFrame }) =>
    content.kind === 'card'
      ? cardOverlays(content.card, content.place, startFrame / fps, endFrame / fps)
      : [],
  );
  return [...timeline.overlays, ...ofCards].flatMap((overlay): PlacedOverlay[] => {
    const startFrame = Math.min(plan.totalFrames, toFrames(overlay.startSeconds));
    const endFrame = Math.min(plan.totalFrames, toFrames(overlay.endSeconds));
    const isBlank = overlay.type === 'text' && overlay.text.trim() === '';
    if (endFrame <= startFrame || isBlank) return [];
    const backdrops = backdropsOf(plan, startFrame, endFrame, probes);
    const sprite = placeOverlay(overlay, timeline.canvas, backdrops, probes);
    const looksBehind = overlay.type === 'text' && overlay.legibility === 'auto';
    const missingClipIds = looksBehind ? missingIn(shotsIn(plan.shots, startFrame, endFrame)) : [];
    return [{ overlay, startFrame, endFrame, sprite, spriteHash: spriteHash(sprite), missingClipIds }];
  });
}

/** Cuts [0, total) at every edge of a shot, a join or an overlay, and long stretches into equal parts. */
function cutPoints(plan: Schedule, overlays: readonly PlacedOverlay[]): number[] {
  const edges = new Set([0, plan.totalFrames]);
  for (const { startFrame, endFrame } of [...plan.shots, ...overlays]) edges.add(startFrame).add(endFrame);
  const sorted = [...edges].filter((frame) => frame >= 0 && frame <= plan.totalFrames).sort((a, b) => a - b);
  return sorted.flatMap((start, index) => {
    const end = sorted[index + 1];
    if (end === undefined) return [start];
    const hasText = overlays.some(
      (it) => it.overlay.type === 'text' && it.startFrame < end && it.endFrame > start,
    );
    const parts = Math.ceil((end - start) / (hasText ? longestWithText : longestPlain));
    return Array.from({ length: parts }, (_, part) => start + Math.round(((end - start) * part) / parts));
  });
}

/** Collects the statements and inputs of one segment's filter graph. */
class GraphBuilder {
  readonly statements: string[] = [];
  readonly inputs: SegmentInput[] = [];
  readonly #timeline: Timeline;
  readonly #probes: ReadonlyMap<string, MediaProbe>;
  readonly #sprites: Map<string, Sprite>;

  constructor(timeline: Timeline, probes: ReadonlyMap<string, MediaProbe>, sprites: Map<string, Sprite>) {
    this.#timeline = timeline;
    this.#probes = probes;
    this.#sprites = sprites;
  }

  addSprite(sprite: Sprite): string {
    const hash = spriteHash(sprite);
    this.#sprites.set(hash, sprite);
    this.inputs.push({ kind: 'sprite', hash });
    return `${this.inputs.length - 1}:v`;
  }

  /** Adds `frames` frames of a shot, from its own frame `from`, on the pad `label`. */
  addShot({ content }: Shot, from: number, frames: number, label: string): void {
    const { canvas } = this.#timeline;
    if (content.kind === 'card') {
      const { background, accent } = content.card;
      const pad = this.addSprite({ type: 'card', background, accent, rect: { x: 0, y: 0, ...canvas } });
      const still = `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1,loop=loop=${frames - 1}:size=1`;
      this.statements.push(`[${pad}]${still},setpts=N/(${fps}*TB)[${label}]`);
      return;
    }
    const { clip } = content;
    const { path, sha256, picture } = probeOf(clip.source ?? '', this.#probes);
    if (!picture) return;
    const wanted = toFrames(clip.inSeconds) + from;
    const seekFrames = wanted > seekBeyondFrames ? wanted - prerollFrames : 0;
    const options = seekFrames > 0 ? ['-ss', (seekFrames / fps).toFixed(6)] : [];
    this.inputs.push({ kind: 'media', path, sha256, options });
    const spec = { picture, canvas, fit: clip.fit, fromFrame: wanted - seekFrames, frames };
    this.statements.push(conformFilter(`${this.inputs.length - 1}:v`, label, spec));
  }

  addOverlay(base: string, placed: PlacedOverlay, startFrame: number, label: string): void {
    const { overlay, sprite } = placed;
    const frames = placed.endFrame - placed.startFrame;
    const motion = (which: 'entrance' | 'exit') => ({
      style: overlay[which].style,
      frames: Math.min(toFrames(overlay[which].seconds), Math.floor(frames / 2)),
    });
    const placement: SpritePlacement = {
      ...sprite.rect,
      frames,
      fromFrame: startFrame - placed.startFrame,
      entrance: motion('entrance'),
      exit: motion('exit'),
    };
    const pad = this.addSprite(sprite);
    this.statements.push(overlayFilter([base, pad], label, this.#timeline.canvas, placement));
  }
}

function recipeFor(
  builder: GraphBuilder,
  timeline: Timeline,
  plan: Schedule,
  overlays: readonly PlacedOverlay[],
  [startFrame, endFrame]: readonly [number, number],
): Recipe {
  const frames = endFrame - startFrame;
  const [first, second] = shotsIn(plan.shots, startFrame, endFrame);
  if (!first) throw new TimelineInvalid('A stretch of the ad has no shot.');
  let skip = 0;
  if (second) {
    const { style, frames: joinFrames } = first.joinAfter;
    builder.addShot(first, second.startFrame - first.startFrame, joinFrames, 'a');
    builder.addShot(second, 0, joinFrames, 'b');
    builder.statements.push(joinFilter(style, ['a', 'b'], 'base', timeline.canvas, joinFrames));
    skip = startFrame - second.startFrame;
  } else {
    builder.addShot(first, startFrame - first.startFrame, frames, 'base');
  }
  builder.statements.push(
    `[base]trim=start_frame=${skip}:end_frame=${skip + frames},setpts=N/(${fps}*TB)[picture]`,
  );
  let pad = 'picture';
  overlays.forEach((placed, index) => {
    builder.addOverlay(pad, placed, startFrame, `o${index}`);
    pad = `o${index}`;
  });
  builder.statements.push(`[${pad}]setsar=1,format=yuv420p,setpts=N/(${fps}*TB)[out]`);
  const graph = builder.statements.join(';');
  const ingredients = builder.inputs.map((it) => (it.kind === 'media' ? [it.sha256, it.options] : it.hash));
  const identity = JSON.stringify([recipeRevision, graph, ingredients, frames, encoderArguments(timeline)]);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return { hash, inputs: builder.inputs, graph };
}

/**
 * Computes how a timeline is rendered: segments that cover every frame exactly once, each with its inputs, filter
 * graph and content hash; and the sound. Pure. `probes` holds a probe for every file the timeline names, by that name.
 * @throws TimelineInvalid with a sentence.
 */
export function planRender(timeline: Timeline, probes: ReadonlyMap<string, MediaProbe>): RenderPlan {
  const plan = schedule(timeline);
  const overlays = placeOverlays(timeline, plan, probes);
  const sprites = new Map<string, Sprite>();
  const points = cutPoints(plan, overlays);
  const segments = points.slice(0, -1).map((startFrame, index): Segment => {
    const endFrame = points[index + 1] ?? plan.totalFrames;
    const inside = overlays.filter((it) => it.startFrame < endFrame && it.endFrame > startFrame);
    const waits = [
      ...missingIn(shotsIn(plan.shots, startFrame, endFrame)),
      ...inside.flatMap((it) => it.missingClipIds),
    ];
    const builder = new GraphBuilder(timeline, probes, sprites);
    return {
      startFrame,
      frameCount: endFrame - startFrame,
      missingClipIds: [...new Set(waits)],
      recipe: waits.length > 0 ? null : recipeFor(builder, timeline, plan, inside, [startFrame, endFrame]),
    };
  });
  const missingClipIds = missingIn(plan.shots);
  return {
    canvas: timeline.canvas,
    schedule: plan,
    totalFrames: plan.totalFrames,
    segments,
    overlays,
    sprites,
    audio: missingClipIds.length > 0 ? null : planAudio(timeline, plan, probes),
    encoder: encoderArguments(timeline),
    metadata: timeline.metadata,
    missingClipIds,
  };
}

/** Every file a timeline names: what has to be probed before planning. */
export function filesOf(timeline: Timeline): string[] {
  const cards = [timeline.intro, timeline.outro];
  const files = [
    ...timeline.clips.map((clip) => clip.source),
    ...timeline.overlays.map((overlay) => (overlay.type === 'image' ? overlay.source : null)),
    ...cards.map((card) => card?.logo ?? null),
    timeline.audio.music?.source ?? null,
  ];
  return [...new Set(files.filter((file) => file !== null))];
}
