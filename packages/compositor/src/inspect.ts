import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmentCache } from './encode/segment-cache.ts';
import type { FfmpegTools } from './encode/run-ffmpeg.ts';
import { CompositorError } from './errors.ts';
import {
  block,
  type CheckedFile,
  checkFile,
  type Finding,
  flaw,
  judge,
  type Reason,
} from './measure/check-file.ts';
import { findBlack, findFrozen, type Stretch } from './measure/find-stretches.ts';
import { measurePicture, type Thumbnails, thumbnailsOf } from './measure/measure-picture.ts';
import { planRender } from './plan-render.ts';
import type { MediaProbe } from './probe-media.ts';
import type { RenderMeasures } from './render.ts';
import { type Schedule, schedule, type Shot } from './schedule.ts';
import { SpriteRoom } from './sprites/sprite-room.ts';
import { leastContrast } from './text/contrast.ts';
import { fps, type Timeline } from './timeline.ts';

export interface Verdict {
  verdict: 'passed' | 'degraded' | 'blocked';
  reasons: Reason[];
  measured: CheckedFile['measured'] & {
    black: Stretch[];
    frozen: Stretch[];
    texts: RenderMeasures['texts'];
  };
}

export interface InspectOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
  /** What `render` measured: saves decoding the file once more. */
  measures?: RenderMeasures | undefined;
  /**
   * Probes of the timeline's files, to say when a clip is shorter than its shot and, without `measures`, whether the
   * texts fit and can be read. Texts cannot be judged from the finished file alone: with neither, they are not.
   */
  probes?: ReadonlyMap<string, MediaProbe> | undefined;
}

function seconds(frames: number): string {
  return (frames / fps).toFixed(1);
}

function overlap(stretch: Stretch, shot: Shot): boolean {
  return shot.startFrame < stretch.endFrame && shot.endFrame > stretch.startFrame;
}

function checkPicture(black: readonly Stretch[], frozen: readonly Stretch[]): Finding[] {
  const where = (it: Stretch) => `from ${seconds(it.startFrame)} to ${seconds(it.endFrame)} s`;
  return [
    ...black.map((it) => flaw('black_stretch', `The picture is black ${where(it)}. Look at the clip there.`)),
    ...frozen.map((it) =>
      flaw('frozen_stretch', `The picture stands still ${where(it)}. Look at the clip there.`),
    ),
  ];
}

/** Below this a text on a phone is guessed, not read; below the other nobody sees that there is one. Pixels at 1080. */
const READABLE_PX = 24;
const VISIBLE_PX = 9;

function checkTexts(texts: RenderMeasures['texts']): Finding[] {
  return texts.flatMap(({ overlayId, sizePx, missing, contrast }) => [
    ...(missing.length === 0
      ? []
      : [
          block(
            'glyph_missing',
            `No font can draw ${missing.map((it) => `“${it}”`).join(', ')} of the text “${overlayId}”. Write it differently.`,
          ),
        ]),
    ...checkSize(overlayId, sizePx),
    ...(contrast >= leastContrast
      ? []
      : [
          flaw(
            'contrast_low',
            `The text “${overlayId}” is hard to read (contrast ${contrast.toFixed(1)}). Change its colour.`,
          ),
        ]),
  ]);
}

function checkSize(overlayId: string, sizePx: number | null): Finding[] {
  if (sizePx === null || sizePx >= READABLE_PX) return [];
  if (sizePx < VISIBLE_PX)
    return [block('text_overflow', `The text “${overlayId}” does not fit its box. Shorten it.`)];
  const said = `The text “${overlayId}” is too small to read (${Math.round(sizePx)} px). Shorten it or give it room.`;
  return [flaw('text_small', said)];
}

function checkClips(plan: Schedule, probes: InspectOptions['probes']): Finding[] {
  return plan.shots.flatMap(({ content }) => {
    if (content.kind === 'card' || !content.clip.source) return [];
    const { clip } = content;
    const probe = probes?.get(content.clip.source);
    const short = probe && probe.kind === 'video' ? clip.inSeconds + clip.seconds - probe.seconds : 0;
    const held = `Clip ${clip.id} ends ${short.toFixed(1)} s before its shot; its last picture is held.`;
    const clear = `Clip ${clip.id} has clear parts; its own picture, blurred, lies behind them.`;
    const mute = `The sound of clip ${clip.id} cannot be decoded; it is silent. Export it with AAC sound.`;
    return [
      ...(short > 0.1 ? [flaw('clip_short', held)] : []),
      ...(probe?.picture?.hasAlpha ? [flaw('clip_transparent', clear)] : []),
      ...(probe?.isSoundUnreadable && !clip.isMuted ? [flaw('sound_unreadable', mute)] : []),
    ];
  });
}

/** Draws the texts once more, aside, to learn whether they fit and can be read. */
async function measureTexts(
  timeline: Timeline,
  probes: ReadonlyMap<string, MediaProbe>,
  options: InspectOptions,
): Promise<RenderMeasures['texts']> {
  const { canvas, overlays } = planRender(timeline, probes);
  const dir = await mkdtemp(join(tmpdir(), 'compositor-'));
  try {
    return await new SpriteRoom(canvas, new SegmentCache(dir), options).textFacts(overlays);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/**
 * Measures a finished ad and judges it against its timeline. `passed`: nothing to say. `degraded`: it plays, but the
 * reasons are worth reading. `blocked`: do not publish it.
 */
export async function inspect(
  file: string,
  timeline: Timeline,
  options: InspectOptions = {},
): Promise<Verdict> {
  const plan = schedule(timeline);
  const { measures, probes } = options;
  const { totalFrames } = plan;
  const wanted = { canvas: timeline.canvas, totalFrames, audio: timeline.audio };
  const checked = await checkFile(file, wanted, { ...options, loudness: measures?.loudness });
  const damage: Finding[] = [];
  let thumbnails: Thumbnails = measures?.thumbnails ?? thumbnailsOf(new Uint8Array());
  if (!measures && checked.hasPicture) {
    thumbnails = await measurePicture(file, totalFrames, options).catch((error: unknown) => {
      if (!(error instanceof CompositorError)) throw error;
      damage.push(block('picture_damaged', error.message));
      return thumbnails;
    });
  }
  const cards = plan.shots.filter((shot) => shot.content.kind === 'card');
  const isOnCard = (stretch: Stretch) => cards.some((card) => overlap(stretch, card));
  const black = findBlack(thumbnails).filter((it) => !isOnCard(it));
  const frozen = findFrozen(thumbnails).filter(
    (it) =>
      !isOnCard(it) &&
      !black.some((dark) => dark.startFrame <= it.startFrame && dark.endFrame >= it.endFrame),
  );
  const texts = measures?.texts ?? (probes ? await measureTexts(timeline, probes, options) : []);
  return {
    ...judge([
      ...damage,
      ...checked.findings,
      ...checkPicture(black, frozen),
      ...checkTexts(texts),
      ...checkClips(plan, probes),
    ]),
    measured: { ...checked.measured, black, frozen, texts },
  };
}
