import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { inParallel, type Task } from './encode/in-parallel.ts';
import { encodeSegment } from './encode/encode-segment.ts';
import { RenderFailed, TimelineInvalid, TimelineUnfinished } from './errors.ts';
import { joinSegments } from './encode/join-segments.ts';
import { measurePicture, readThumbnails, type Thumbnails } from './measure/measure-picture.ts';
import { planRender, type RenderPlan, type Segment } from './plan-render.ts';
import type { PlacedOverlay } from './segment-recipe.ts';
import type { MediaProbe } from './probe-media.ts';
import { type Progress, RenderProgress } from './encode/render-progress.ts';
import { type Loudness, measureLoudness, renderAudio } from './sound/render-audio.ts';
import { ffmpegVersion, type FfmpegTools } from './encode/run-ffmpeg.ts';
import { SegmentCache } from './encode/segment-cache.ts';
import { SpriteRoom, type TextFacts } from './sprites/sprite-room.ts';
import type { Timeline } from './timeline.ts';

export interface PrepareOptions extends FfmpegTools {
  /** Where segments are kept between renders. May be shared by all ads of a machine. */
  cacheDir: string;
  maxCacheBytes?: number;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
  /** How many encodes run side by side; one per core by default. */
  encodesAtOnce?: number;
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
  name: string;
}

function nameOf(segment: Segment, version: string): string {
  const key = `${segment.recipe?.hash} ${version}`;
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

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
    const ready = plan.segments.filter((segment) => segment.recipe !== null);
    this.jobs = ready.map((segment) => ({ segment, name: nameOf(segment, version) }));
    this.#progress = new RenderProgress(plan.totalFrames, options.onProgress);
  }

  /** Makes every segment that can be made and is not there yet, and whatever else is asked for first. */
  async work(first: readonly Task[]): Promise<void> {
    const has = async (name: string) =>
      (await this.cache.has(`${name}.mp4`)) && this.cache.has(`${name}.gray`);
    const known = await Promise.all(this.jobs.map(({ name }) => has(name)));
    this.jobs.forEach(({ segment }, index) => {
      if (known[index]) this.#progress.reuse(segment.frameCount);
    });
    const missing = this.jobs.filter((_, index) => !known[index]);
    // Longest first, so that no core ends up alone with a long one.
    const ordered = [...missing].sort((a, b) => b.segment.frameCount - a.segment.frameCount);
    const tasks = ordered.map((job) => (signal: AbortSignal) => this.#make(job, signal));
    const { encodesAtOnce = availableParallelism(), signal } = this.#options;
    await inParallel([...first, ...tasks], encodesAtOnce, signal);
  }

  finish(): void {
    this.#progress.finish();
  }

  async #make({ segment, name }: Job, signal: AbortSignal): Promise<void> {
    const options = { ...this.#options, signal };
    const file = await this.cache.make(`${name}.mp4`, (partPath) =>
      this.#encode(segment, name, partPath, options),
    );
    await this.cache.make(`${name}.gray`, (partPath) =>
      measurePicture(file, partPath, segment.frameCount, options),
    );
    this.#progress.advance(name, segment.frameCount);
  }

  async #encode(segment: Segment, name: string, partPath: string, given: PrepareOptions): Promise<void> {
    const { recipe, frameCount } = segment;
    if (!recipe) return;
    for (const input of recipe.inputs) {
      if (input.kind === 'sprite') await this.sprites.draw(input.sprite);
    }
    await this.#alone;
    const options = { ...given, onFrame: (frame: number) => this.#progress.advance(name, frame) };
    const attempt = (isFrugal: boolean) =>
      encodeSegment(recipe, frameCount, this.#plan, (hash) => this.sprites.path(hash), partPath, {
        ...options,
        isFrugal,
      });
    await attempt(false).catch(async (error: unknown) => {
      if (!(error instanceof RenderFailed) || !error.killed) throw error;
      const again = this.#alone.then(() => attempt(true));
      this.#alone = again.catch(() => undefined);
      await again;
    });
    this.encodedFrames += frameCount;
  }
}

async function openWorkshop(plan: RenderPlan, options: PrepareOptions): Promise<Workshop> {
  options.signal?.throwIfAborted();
  const cache = new SegmentCache(options.cacheDir, options.maxCacheBytes);
  await cache.open();
  return new Workshop(plan, options, cache, await ffmpegVersion(options));
}

function keepSet(workshop: Workshop, more: readonly string[]): Set<string> {
  return new Set([...workshop.jobs.flatMap(({ name }) => [`${name}.mp4`, `${name}.gray`]), ...more]);
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
  const plan = planRender(timeline, probes);
  const workshop = await openWorkshop(plan, options);
  await workshop.work([]);
  await workshop.cache.evict(keepSet(workshop, []));
  const readyFrames = workshop.jobs.reduce((sum, { segment }) => sum + segment.frameCount, 0);
  return { readyFrames, totalFrames: plan.totalFrames };
}

async function textFacts(
  overlays: readonly PlacedOverlay[],
  sprites: SpriteRoom,
): Promise<RenderMeasures['texts']> {
  const texts = overlays.filter(({ overlay }) => overlay.type === 'text');
  return Promise.all(
    texts.map(async ({ overlay, sprite }) => ({ overlayId: overlay.id, ...(await sprites.facts(sprite)) })),
  );
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
  const audioName = createHash('sha256')
    .update(`${audio.hash} ${await ffmpegVersion(options)}`)
    .digest('hex')
    .slice(0, 32);
  const makeAudio: Task = async (signal) => {
    const file = await cache.make(`${audioName}.m4a`, (partPath) =>
      renderAudio(audio, partPath, { ...options, signal }),
    );
    await cache.make(`${audioName}.json`, async (partPath) => {
      await writeFile(partPath, JSON.stringify(await measureLoudness(file, { ...options, signal })));
    });
  };
  await workshop.work([makeAudio]);
  const joined = workshop.jobs.map(({ segment, name }) => ({
    name: `${name}.mp4`,
    frameCount: segment.frameCount,
  }));
  const outPath = resolve(options.outPath);
  await joinSegments(joined, cache.path(`${audioName}.m4a`), cache.dir, plan.metadata, outPath, options);
  await cache.evict(keepSet(workshop, [`${audioName}.m4a`, `${audioName}.json`]));
  workshop.finish();
  return {
    path: outPath,
    totalFrames: plan.totalFrames,
    encodedFrames: workshop.encodedFrames,
    measures: {
      thumbnails: await readThumbnails(workshop.jobs.map(({ name }) => cache.path(`${name}.gray`))),
      loudness: JSON.parse(await readFile(cache.path(`${audioName}.json`), 'utf8')) as Loudness,
      texts: await textFacts(plan.overlays, workshop.sprites),
    },
  };
}
