import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findBlack, richness } from './measure/find-stretches.ts';
import { frameCountOf, type Thumbnails } from './measure/measure-picture.ts';
import { type FfmpegTools, runFfmpeg, safeInput } from './encode/run-ffmpeg.ts';
import { probeMedia } from './probe-media.ts';
import type { SafeZone } from './safe-zones.ts';
import { schedule, toFrames } from './schedule.ts';
import { drawSafeZone } from './sprites/draw-safe-zone.ts';
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

/** Opens a video half a frame early, so that rounding never lands on the next frame. */
function frameInput(file: string, frame: number): string[] {
  return safeInput(resolve(file), ['-ss', Math.max(0, (frame - 0.5) / fps).toFixed(6)]);
}

function pictureOutput(outPath: string): string[] {
  return ['-frames:v', '1', '-q:v', '3', '-update', '1', outPath];
}

/** Writes one frame of a video as a picture; the ending of `outPath` (.jpg, .png, .webp) tells the format. */
export async function poster(
  file: string,
  frame: number,
  outPath: string,
  options: ExtrasOptions = {},
): Promise<void> {
  const args = [
    ...frameInput(file, frame),
    '-map',
    '0:v:0',
    '-vf',
    'scale=out_range=full',
    ...pictureOutput(outPath),
  ];
  await runFfmpeg(options, { args, signal: options.signal });
}

/** The same, with the margins that a platform covers drawn over it: for checking where titles may go. */
export async function safeZonePoster(
  file: string,
  frame: number,
  zone: SafeZone,
  outPath: string,
  options: ExtrasOptions = {},
): Promise<void> {
  const { picture } = await probeMedia(file, options);
  const maskPath = `${outPath}.mask.png`;
  await writeFile(
    maskPath,
    await drawSafeZone(zone, { width: picture?.width ?? 0, height: picture?.height ?? 0 }),
  );
  try {
    const inputs = [...frameInput(file, frame), ...safeInput(resolve(maskPath), ['-f', 'png_pipe'])];
    const graph = '[0:v][1:v]overlay,scale=out_range=full[out]';
    const args = [...inputs, '-filter_complex', graph, '-map', '[out]', ...pictureOutput(outPath)];
    await runFfmpeg(options, { args, signal: options.signal });
  } finally {
    await rm(maskPath, { force: true });
  }
}

/** A light copy for quick looking: 480 pixels on the short side, the same frames and sound. */
export async function preview480(file: string, outPath: string, options: ExtrasOptions = {}): Promise<void> {
  const scale = "scale='if(gt(iw,ih),-2,480)':'if(gt(iw,ih),480,-2)'";
  const args = [
    safeInput(resolve(file)),
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
    safeInput(resolve(file), ['-ss', String(startSeconds), '-t', String(seconds)]),
    ['-filter_complex', graph, '-map', '[out]', '-an'],
    ...(isGif ? [] : ['-c:v', 'libwebp_anim', '-quality', '70']),
    ['-loop', '0', outPath],
  ].flat();
  await runFfmpeg(options, { args, signal: options.signal });
}
