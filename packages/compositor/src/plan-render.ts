import { type EncoderName, type VideoEncoder, videoEncoder } from './encode/video-encoder.ts';
import type { MediaProbe } from './probe-media.ts';
import { type Schedule, schedule, type Shot, toFrames } from './schedule.ts';
import { pictureOf, type PlacedOverlay, type Recipe, recipeFor, shotsIn } from './segment-recipe.ts';
import { type AudioPlan, planAudio } from './sound/plan-audio.ts';
import { cardOverlays } from './sprites/card-overlays.ts';
import { placeOverlay } from './sprites/place-overlay.ts';
import type { Backdrop } from './sprites/sprite-spec.ts';
import { type Canvas, fps, type Overlay, type Timeline } from './timeline.ts';

export interface Segment {
  startFrame: number;
  frameCount: number;
  /** Null while it depends on clips that are still being made. */
  recipe: Recipe | null;
  missingClipIds: string[];
}

export interface RenderPlan {
  canvas: Canvas;
  schedule: Schedule;
  totalFrames: number;
  segments: Segment[];
  overlays: PlacedOverlay[];
  /** Null while clips are missing. */
  audio: AudioPlan | null;
  /** The same for every segment, so that segments join without re-encoding. */
  encoder: VideoEncoder;
  metadata: Record<string, string>;
  missingClipIds: string[];
}

/** In frames: short enough to share the work out over the cores, long enough for few key frames. */
const longestSegment = 90;

function missingIn(shots: readonly Shot[]): string[] {
  return shots.flatMap(({ content }) =>
    content.kind === 'clip' && content.clip.source === null ? [content.clip.id] : [],
  );
}

type Probes = ReadonlyMap<string, MediaProbe>;

function backdropsOf({ shots }: Schedule, startFrame: number, endFrame: number, probes: Probes): Backdrop[] {
  return shotsIn(shots, startFrame, endFrame).flatMap((shot): Backdrop[] => {
    if (shot.content.kind === 'card') return [{ kind: 'card', color: shot.content.card.background }];
    const { clip } = shot.content;
    if (clip.source === null) return [];
    const from = Math.max(0, startFrame - shot.startFrame);
    const frames = Math.min(endFrame, shot.endFrame) - shot.startFrame - from;
    const fromFrame = toFrames(clip.inSeconds) + from;
    return [{ kind: 'clip', ...pictureOf(clip.source, probes), fit: clip.fit, fromFrame, frames }];
  });
}

function placeOverlays(timeline: Timeline, plan: Schedule, probes: Probes): PlacedOverlay[] {
  const ofCards = plan.shots.flatMap(({ content, startFrame, endFrame, joinAfter }, index) => {
    if (content.kind === 'clip') return [];
    const joinBefore = plan.shots[index - 1]?.joinAfter.frames ?? 0;
    const range = {
      startSeconds: (startFrame + joinBefore) / fps,
      endSeconds: (endFrame - joinAfter.frames) / fps,
    };
    return cardOverlays(content.card, content.place, range);
  });
  const place = (overlay: Overlay, isOnCard: boolean): PlacedOverlay[] => {
    const startFrame = Math.min(plan.totalFrames, toFrames(overlay.startSeconds));
    const endFrame = Math.min(plan.totalFrames, toFrames(overlay.endSeconds));
    const isBlank = overlay.type === 'text' && overlay.text.trim() === '';
    if (endFrame <= startFrame || isBlank) return [];
    const backdrops = backdropsOf(plan, startFrame, endFrame, probes);
    const sprite = placeOverlay(overlay, timeline, backdrops, probes);
    const looksBehind = overlay.type === 'text' && overlay.legibility === 'auto';
    const missingClipIds = looksBehind ? missingIn(shotsIn(plan.shots, startFrame, endFrame)) : [];
    return [{ overlay, startFrame, endFrame, isOnCard, sprite, missingClipIds }];
  };
  return [
    ...timeline.overlays.flatMap((overlay) => place(overlay, false)),
    ...ofCards.flatMap((overlay) => place(overlay, true)),
  ];
}

/** Cuts [0, total) at every edge of a shot, a join or an overlay, and long stretches into equal parts. */
function cutPoints(plan: Schedule, overlays: readonly PlacedOverlay[]): number[] {
  const edges = new Set([0, plan.totalFrames]);
  const cutting = overlays.filter(({ isOnCard }) => !isOnCard);
  for (const { startFrame, endFrame } of [...plan.shots, ...cutting]) edges.add(startFrame).add(endFrame);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.flatMap((start, index) => {
    const end = sorted[index + 1];
    if (end === undefined) return [start];
    const parts = Math.ceil((end - start) / longestSegment);
    return Array.from({ length: parts }, (_, part) => start + Math.round(((end - start) * part) / parts));
  });
}

/**
 * Computes how a timeline is rendered: segments that cover every frame exactly once, each with its inputs, filter
 * graph and content hash; and the sound. Pure. `probes` holds a probe for every file the timeline names, by that name.
 * @throws TimelineInvalid with a sentence.
 */
export function planRender(timeline: Timeline, probes: Probes, encoderName?: EncoderName): RenderPlan {
  const plan = schedule(timeline);
  const overlays = placeOverlays(timeline, plan, probes);
  const encoder = videoEncoder(timeline.encoding, encoderName);
  const points = cutPoints(plan, overlays);
  const segments = points.slice(0, -1).map((startFrame, index): Segment => {
    const endFrame = points[index + 1] ?? plan.totalFrames;
    const inside = overlays.filter((it) => it.startFrame < endFrame && it.endFrame > startFrame);
    const missing = [
      ...missingIn(shotsIn(plan.shots, startFrame, endFrame)),
      ...inside.flatMap((it) => it.missingClipIds),
    ];
    const wish = { timeline, schedule: plan, probes, overlays: inside, startFrame, endFrame };
    return {
      startFrame,
      frameCount: endFrame - startFrame,
      missingClipIds: [...new Set(missing)],
      recipe: missing.length > 0 ? null : recipeFor(wish, encoder.output),
    };
  });
  const missingClipIds = missingIn(plan.shots);
  return {
    canvas: timeline.canvas,
    schedule: plan,
    totalFrames: plan.totalFrames,
    segments,
    overlays,
    audio: missingClipIds.length > 0 ? null : planAudio(timeline, plan, probes),
    encoder,
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
