import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { inParallel, type Task } from './encode/in-parallel.ts';
import { encodeSegment } from './encode/encode-segment.ts';
import { RenderFailed, TimelineInvalid, TimelineUnfinished } from './errors.ts';
import { joinSegments } from './encode/join-segments.ts';
import { readThumbnails, type Thumbnails } from './measure/measure-picture.ts';
import { planRender, type RenderPlan, type Segment } from './plan-render.ts';
import type { Recipe } from './segment-recipe.ts';
import type { MediaProbe } from './probe-media.ts';
import { type Progress, RenderProgress } from './encode/render-progress.ts';
import { type Loudness, renderAudio } from './sound/render-audio.ts';
import { ffmpegVersion, type FfmpegTools } from './encode/run-ffmpeg.ts';
import type { EncoderName } from './encode/video-encoder.ts';
import { SegmentCache } from './encode/segment-cache.ts';
import type { TextFacts } from './sprites/draw-sprite.ts';
import { SpriteRoom } from './sprites/sprite-room.ts';
import type { Timeline } from './timeline.ts';

export interface PrepareOptions extends FfmpegTools {
  /** Where segments are kept between renders. May be shared by all ads of a machine. */
  cacheDir: string;
  maxCacheBytes?: number;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
  /** How many encodes run side by side; one per core by default. */
  encodesAtOnce?: number;
  /** What encodes the picture; libx264 by default. */
  encoderName?: EncoderName | undefined;
}

export interface RenderOptions extends PrepareOptions {
  outPath: string;
}

/** What was measured while rendering; `inspect` uses it instead of decoding the finished file again. */
export interface RenderMeasures {
  thumbnails: Thumbnails;
  loudness: Loudness;
  texts: (TextFacts & { overlayId: string })[];
}

export interface Rendered {
  path: string;
  totalFrames: number;
  /** How many frames had to be encoded; the others came from the cache. */
  encodedFrames: number;
  measures: RenderMeasures;
}

interface Job {
  segment: Segment;
  recipe: Recipe;
  name: string;
}

/** Another FFmpeg makes other bytes. */
function nameOf(hash: string, version: string): string {
  return createHash('sha256').update(`${hash} ${version}`).digest('hex').slice(0, 32);
}

/** The files of a segment, and those of a sound. */
const segmentFiles = (name: string) => [`${name}.mp4`, `${name}.gray`];
const audioFiles = (name: string) => [`${name}.m4a`, `${name}.json`];

/** One render's walk over its plan: draws sprites, encodes what is not in the cache, measures what it encoded. */
class Workshop {
  readonly cache: SegmentCache;
  readonly sprites: SpriteRoom;
  readonly #plan: RenderPlan;
  readonly #options: PrepareOptions;
  readonly #progress: RenderProgress;
  readonly jobs: Job[];
  /** Failing alone frees memory for the second try: later encodes wait for it. */
  #alone: Promise<unknown> = Promise.resolve();
  encodedFrames = 0;

  constructor(plan: RenderPlan, options: PrepareOptions, cache: SegmentCache, version: string) {
    this.#plan = plan;
    this.#options = options;
    this.cache = cache;
    this.sprites = new SpriteRoom(plan.canvas, cache, options);
    this.jobs = plan.segments.flatMap((segment) => {
      const { recipe } = segment;
      return recipe ? [{ segment, recipe, name: nameOf(recipe.hash, version) }] : [];
    });
    this.#progress = new RenderProgress(plan.totalFrames, options.onProgress);
  }

  /** Makes every segment that can be made and is not there yet, and whatever else is asked for first. */
  async work(first: readonly Task[]): Promise<void> {
    const known = await Promise.all(this.jobs.map(({ name }) => this.cache.has(...segmentFiles(name))));
    this.jobs.forEach(({ segment }, index) => {
      if (known[index]) this.#progress.reuse(segment.frameCount);
    });
    const missing = this.jobs.filter((_, index) => !known[index]);
    // Longest first, so that no core ends up alone with a long one.
    const ordered = [...missing].sort((a, b) => b.segment.frameCount - a.segment.frameCount);
    const { encodesAtOnce = availableParallelism(), signal } = this.#options;
    // Encodes of one thread each, side by side, are the cheapest; an edit of one segment takes every core alone.
    const threads = Math.max(1, Math.floor(encodesAtOnce / Math.max(1, missing.length)));
    const encodes = ordered.map((job) => (stop: AbortSignal) => this.#make(job, threads, stop));
    await inParallel([...first, ...this.#drawings(missing), ...encodes], encodesAtOnce, signal);
  }

  finish(): void {
    this.#progress.finish();
  }

  /** One task a sprite, before the encodes: two segments of one title would wait for the same drawing. */
  #drawings(jobs: readonly Job[]): Task[] {
    const sprites = jobs.flatMap(({ recipe }) => recipe.inputs.filter((input) => input.kind === 'sprite'));
    const different = new Map(sprites.map(({ hash, sprite }) => [hash, sprite]));
    return [...different.values()].map((sprite) => () => this.sprites.draw(sprite));
  }

  async #make(job: Job, threads: number, signal: AbortSignal): Promise<void> {
    const { segment, recipe, name } = job;
    for (const input of recipe.inputs) {
      if (input.kind === 'sprite') await this.sprites.draw(input.sprite);
    }
    await this.cache.make(segmentFiles(name), async (partPath = '', thumbnailsPath = '') => {
      await this.#alone;
      await writeFile(thumbnailsPath, await this.#encode(job, partPath, threads, signal));
      this.encodedFrames += segment.frameCount;
    });
    this.#progress.advance(name, segment.frameCount);
  }

  /** When the system ends an FFmpeg, it is run once more: alone, and with less memory. */
  async #encode(
    { segment, recipe, name }: Job,
    partPath: string,
    threads: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const onFrame = (frame: number) => this.#progress.advance(name, frame);
    const attempt = (isFrugal: boolean) =>
      encodeSegment(
        recipe,
        segment.frameCount,
        this.#plan.encoder,
        (hash) => this.sprites.path(hash),
        partPath,
        {
          ...this.#options,
          signal,
          onFrame,
          threads,
          isFrugal,
        },
      );
    return attempt(false).catch(async (error: unknown) => {
      if (!(error instanceof RenderFailed) || !error.killed) throw error;
      const again = this.#alone.then(() => attempt(true));
      this.#alone = again.catch(() => undefined);
      return again;
    });
  }
}

async function openWorkshop(plan: RenderPlan, options: PrepareOptions): Promise<Workshop> {
  options.signal?.throwIfAborted();
  const cache = new SegmentCache(options.cacheDir, options.maxCacheBytes);
  await cache.open();
  return new Workshop(plan, options, cache, await ffmpegVersion(options));
}

function keepSet(workshop: Workshop, more: readonly string[]): Set<string> {
  return new Set([...workshop.jobs.flatMap(({ name }) => segmentFiles(name)), ...more]);
}

/**
 * Encodes ahead every segment that does not wait for an unfinished clip. Call it whenever a clip arrives: what is
 * already in the cache costs nothing, and the last clip's arrival leaves little to do.
 */
export async function prepare(
  timeline: Timeline,
  probes: ReadonlyMap<string, MediaProbe>,
  options: PrepareOptions,
): Promise<{ readyFrames: number; totalFrames: number }> {
  const plan = planRender(timeline, probes, options.encoderName);
  const workshop = await openWorkshop(plan, options);
  await workshop.work([]);
  await workshop.cache.evict(keepSet(workshop, []));
  const readyFrames = workshop.jobs.reduce((sum, { segment }) => sum + segment.frameCount, 0);
  return { readyFrames, totalFrames: plan.totalFrames };
}

/**
 * Renders a finished plan into `outPath`. Segments in the cache are reused; the rest is encoded, one FFmpeg a core.
 * @throws TimelineUnfinished while clips are missing, RenderFailed when FFmpeg fails, the signal's reason when aborted.
 */
export async function render(plan: RenderPlan, options: RenderOptions): Promise<Rendered> {
  if (plan.missingClipIds.length > 0) throw new TimelineUnfinished(plan.missingClipIds);
  const { audio } = plan;
  if (!audio) throw new TimelineInvalid('The plan has no sound. Make it with planRender.');
  const workshop = await openWorkshop(plan, options);
  const { cache } = workshop;
  const [sound = '', loudness = ''] = audioFiles(nameOf(audio.hash, await ffmpegVersion(options)));
  const makeAudio: Task = (signal) =>
    cache.make([sound, loudness], async (soundPath = '', loudnessPath = '') => {
      const heard = await renderAudio(audio, soundPath, { ...options, signal });
      await writeFile(loudnessPath, JSON.stringify(heard));
    });
  await workshop.work([makeAudio]);
  const joined = workshop.jobs.map(({ segment, name }) => ({
    name: `${name}.mp4`,
    frameCount: segment.frameCount,
  }));
  const outPath = resolve(options.outPath);
  await joinSegments(joined, cache.path(sound), cache.dir, plan.metadata, outPath, options).catch(
    async (error: unknown) => {
      // A file that rotted in the cache would fail every time: the next try makes all of them anew.
      const isRotten = error instanceof RenderFailed && error.code === 'ffmpeg_failed';
      if (isRotten) await cache.forget([...keepSet(workshop, [sound, loudness])]);
      throw error;
    },
  );
  await cache.evict(keepSet(workshop, [sound, loudness]));
  workshop.finish();
  return {
    path: outPath,
    totalFrames: plan.totalFrames,
    encodedFrames: workshop.encodedFrames,
    measures: {
      thumbnails: await readThumbnails(workshop.jobs.map(({ name }) => cache.path(`${name}.gray`))),
      loudness: JSON.parse(await readFile(cache.path(loudness), 'utf8')) as Loudness,
      texts: await workshop.sprites.textFacts(plan.overlays),
    },
  };
}
