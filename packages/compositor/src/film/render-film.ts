import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { joinSegments } from '../encode/join-segments.ts';
import { RenderProgress } from '../encode/render-progress.ts';
import { ffmpegVersion } from '../encode/run-ffmpeg.ts';
import { SegmentCache } from '../encode/segment-cache.ts';
import { videoEncoder } from '../encode/video-encoder.ts';
import { RenderFailed } from '../errors.ts';
import { readThumbnails } from '../measure/measure-picture.ts';
import { probeMedia } from '../probe-media.ts';
import type { PrepareOptions, Rendered, RenderOptions } from '../render.ts';
import { planSound } from '../sound/plan-audio.ts';
import { type Loudness, renderAudio } from '../sound/render-audio.ts';
import { Audio, type AudioInput, type Canvas, Encoding, type EncodingInput } from '../timeline.ts';
import { type FilmSource, readFilmJob } from './film-job.ts';
import { PainterProcess } from './painter-process.ts';
import type { FilmPlan, PlannedSegment } from './painter/messages.ts';

export interface FilmWish extends FilmSource {
  /**
   * The sound: music as in a timeline, or what makes it once cuts and events are known. It is made while the picture is
   * drawn. Silence when absent.
   */
  audio?: AudioInput | ((plan: FilmPlan) => Promise<AudioInput>) | undefined;
  encoding?: EncodingInput | undefined;
  /** Written into the file. */
  metadata?: Readonly<Record<string, string>> | undefined;
}

export interface RenderedFilm extends Rendered {
  plan: FilmPlan;
  canvas: Canvas;
  /** What its sound was mastered to. */
  audio: Audio;
}

const segmentFiles = (name: string) => [`${name}.mp4`, `${name}.gray`];

/** Another FFmpeg makes other bytes. */
function nameOf(hash: string, version: string): string {
  return createHash('sha256').update(`${hash} ${version}`).digest('hex').slice(0, 32);
}

interface Job extends PlannedSegment {
  name: string;
}

/** Draws and encodes every segment that is not in the cache, one after the other; answers how many frames that were. */
async function paintMissing(
  jobs: readonly Job[],
  painter: PainterProcess,
  cache: SegmentCache,
  progress: RenderProgress,
  { signal, encodesAtOnce = availableParallelism() }: PrepareOptions,
): Promise<number> {
  const known = await Promise.all(jobs.map(({ name }) => cache.has(...segmentFiles(name))));
  jobs.forEach(({ frames }, index) => {
    if (known[index]) progress.reuse(frames);
  });
  // The painter takes one core; the encoder gets the others.
  const threads = Math.max(1, encodesAtOnce - 1);
  let painted = 0;
  for (const { name, startFrame, frames } of jobs.filter((_, index) => !known[index])) {
    signal?.throwIfAborted();
    await cache.make(segmentFiles(name), async (outPath = '', thumbnailsPath = '') => {
      await painter.paint({ startFrame, frames, threads, outPath, thumbnailsPath }, (frame) =>
        progress.advance(name, frame),
      );
      painted += frames;
    });
    progress.advance(name, frames);
  }
  return painted;
}

/** Mixes and masters the sound into the cache. */
async function makeSound(
  wish: FilmWish,
  plan: FilmPlan,
  cache: SegmentCache,
  options: PrepareOptions,
): Promise<{ audio: Audio; files: [sound: string, loudness: string] }> {
  const audio = Audio.parse((typeof wish.audio === 'function' ? await wish.audio(plan) : wish.audio) ?? {});
  const music = audio.music ? await probeMedia(audio.music.source, options) : null;
  const sound = planSound({ audio, totalFrames: plan.totalFrames, voices: [], music });
  const name = nameOf(sound.hash, await ffmpegVersion(options));
  const files: [string, string] = [`${name}.m4a`, `${name}.json`];
  await cache.make(files, async (soundPath = '', loudnessPath = '') => {
    const heard = await renderAudio(sound, soundPath, options);
    await writeFile(loudnessPath, JSON.stringify(heard));
  });
  return { audio, files };
}

/**
 * Renders a storyboard into a finished MP4 at `outPath`.
 *
 *     const { path, plan, measures } = await renderFilm(
 *       { storyboard, canvas, product: { cutoutPath, facts }, assetPaths, audio: async ({ cutsAtSeconds, events }) => … },
 *       { cacheDir, outPath, signal, onProgress },
 *     );
 *
 * One child process lays the film out, draws its frames and streams them to FFmpeg, one encode a segment, while the
 * sound is made. Segments are cut at shots and joins and named by what they show: after an edit only those that show it
 * are drawn again.
 * @throws TimelineInvalid, MediaRefused, RenderFailed, the signal's reason when aborted.
 */
export async function renderFilm(wish: FilmWish, options: RenderOptions): Promise<RenderedFilm> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const own = { ...options, signal };
  const encoder = videoEncoder(Encoding.parse(wish.encoding ?? {}), options.encoderName);
  const cache = new SegmentCache(options.cacheDir, options.maxCacheBytes);
  await cache.open();
  const [job, version] = await Promise.all([readFilmJob(wish, encoder, own), ffmpegVersion(own)]);
  await using painter = new PainterProcess(signal);
  const plan = await painter.plan(job);
  const jobs = plan.segments.map((segment) => ({ ...segment, name: nameOf(segment.hash, version) }));
  const progress = new RenderProgress(plan.totalFrames, options.onProgress);
  const work = [
    makeSound(wish, plan, cache, own),
    paintMissing(jobs, painter, cache, progress, own),
  ] as const;
  const [
    {
      audio,
      files: [sound, loudness],
    },
    encodedFrames,
  ] = await Promise.all(work).catch(async (error: unknown) => {
    stop.abort(error);
    await Promise.allSettled(work);
    throw error;
  });
  await painter.close(); // Its memory is free before the segments are joined.
  const names = jobs.flatMap(({ name }) => segmentFiles(name));
  const keep = new Set([...names, sound, loudness]);
  const outPath = resolve(options.outPath);
  const segments = jobs.map(({ name, frames }) => ({ name: `${name}.mp4`, frameCount: frames }));
  await joinSegments(segments, cache.path(sound), cache.dir, wish.metadata ?? {}, outPath, own).catch(
    async (error: unknown) => {
      // A file that rotted in the cache would fail every time: the next try makes all of them anew.
      if (error instanceof RenderFailed && error.code === 'ffmpeg_failed') await cache.forget([...keep]);
      throw error;
    },
  );
  await cache.evict(keep);
  progress.finish();
  return {
    path: outPath,
    totalFrames: plan.totalFrames,
    encodedFrames,
    plan,
    canvas: wish.canvas,
    audio,
    measures: {
      thumbnails: await readThumbnails(jobs.map(({ name }) => cache.path(`${name}.gray`))),
      loudness: JSON.parse(await readFile(cache.path(loudness), 'utf8')) as Loudness,
      texts: [],
    },
  };
}
