import { findBlack, richness } from './measure/find-stretches.ts';
import { frameCountOf, type Thumbnails } from './measure/measure-picture.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from './encode/run-ffmpeg.ts';
import { schedule, toFrames } from './schedule.ts';
import { fps, type Timeline } from './timeline.ts';

export interface ExtrasOptions extends FfmpegTools {
  signal?: AbortSignal | undefined;
}

/** A frame with its text on it tells more than a slightly richer one without. */
const textBonus = 1.6;
const joinPenalty = 0.3;

/**
 * The most telling frame: rich in detail, neither dark nor glaring, outside transitions, with as much text fully on
 * screen as possible. Pure.
 */
export function choosePosterFrame(timeline: Timeline, thumbnails: Thumbnails): number {
  const plan = schedule(timeline);
  const count = Math.min(plan.totalFrames, frameCountOf(thumbnails));
  const black = findBlack(thumbnails, 1 / fps);
  const isIn = (frame: number, start: number, end: number) => frame >= start && frame < end;
  const score = (frame: number) => {
    const { detail, grey } = richness(thumbnails, frame);
    const exposure = 1 - Math.abs(grey - 120) / 160;
    const texts = timeline.overlays.filter(
      ({ type, startSeconds, endSeconds, entrance, exit }) =>
        type === 'text' &&
        isIn(frame, toFrames(startSeconds + entrance.seconds) + 1, toFrames(endSeconds - exit.seconds) - 1),
    ).length;
    const isInJoin = plan.shots.some((shot) =>
      isIn(frame, shot.endFrame - shot.joinAfter.frames, shot.endFrame - 1),
    );
    const isDark = black.some((it) => isIn(frame, it.startFrame, it.endFrame));
    return isDark
      ? 0
      : (detail + 2) * Math.max(0.1, exposure) * textBonus ** texts * (isInJoin ? joinPenalty : 1);
  };
  let best = { frame: 0, score: -1 };
  for (let frame = 0; frame < count; frame += 1) {
    const value = score(frame);
    if (value > best.score) best = { frame, score: value };
  }
  return best.frame;
}

/** Writes one frame of a video as a picture; the ending of `outPath` (.jpg, .png, .webp) tells the format. */
export async function poster(
  file: string,
  frame: number,
  outPath: string,
  options: ExtrasOptions = {},
): Promise<void> {
  // Half a frame early, so that rounding never lands on the next one.
  const atSeconds = Math.max(0, (frame - 0.5) / fps).toFixed(6);
  const args = [
    safeInput(file, ['-ss', atSeconds]),
    ['-map', '0:v:0', '-frames:v', '1', '-vf', 'scale=out_range=full', '-q:v', '3', '-update', '1', outPath],
  ].flat();
  await runFfmpeg(options, { args, signal: options.signal });
}

/** A light copy for quick looking: 480 pixels on the short side, the same frames and sound. */
export async function preview480(file: string, outPath: string, options: ExtrasOptions = {}): Promise<void> {
  const scale = "scale='if(gt(iw,ih),-2,480)':'if(gt(iw,ih),480,-2)'";
  const args = [
    safeInput(file),
    ['-map', '0:v:0', '-map', '0:a:0?', '-vf', scale, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '28'],
    ['-c:a', 'aac', '-b:a', '96k', '-movflags', '+faststart', '-f', 'mp4', outPath],
  ].flat();
  await runFfmpeg(options, { args, signal: options.signal });
}

export interface TeaserWish {
  startSeconds: number;
  seconds: number;
  /** Pixels on the long side. */
  longSide?: number;
}

/** A silent looping excerpt at 12 fps; `outPath` ends in .gif or .webp. */
export async function teaser(
  file: string,
  { startSeconds, seconds, longSide = 480 }: TeaserWish,
  outPath: string,
  options: ExtrasOptions = {},
): Promise<void> {
  const frames = `fps=12,scale='if(gt(iw,ih),${longSide},-2)':'if(gt(iw,ih),-2,${longSide})':flags=lanczos`;
  const isGif = outPath.endsWith('.gif');
  const graph = isGif
    ? `[0:v]${frames},split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=bayer:bayer_scale=4[out]`
    : `[0:v]${frames}[out]`;
  const args = [
    safeInput(file, ['-ss', String(startSeconds), '-t', String(seconds)]),
    ['-filter_complex', graph, '-map', '[out]', '-an'],
    ...(isGif ? [] : ['-c:v', 'libwebp_anim', '-quality', '70']),
    ['-loop', '0', outPath],
  ].flat();
  await runFfmpeg(options, { args, signal: options.signal });
}
