import { createHash } from 'node:crypto';
import { loadImage } from '@napi-rs/canvas';
import { checkWords } from '@spotsmith/motion/check/check-words';
import type { Picture } from '@spotsmith/motion/canvas';
import { createDrawing, type Drawing, drawFrame, drawingRevision } from '@spotsmith/motion/draw-frame';
import type { Film } from '@spotsmith/motion/film';
import { filmSegments } from '@spotsmith/motion/film/film-segments';
import { makeFilm } from '@spotsmith/motion/film/make-film';
import { readingTimes } from '@spotsmith/motion/film/reading-time';
import { cutSeconds, priceSeconds, soundEvents } from '@spotsmith/motion/film/sound-events';
import { createPaintCache } from '@spotsmith/motion/paint/paint-cache';
import { measurePhoto, type PhotoFacts } from '@spotsmith/motion/stage/photo';
import { measureSilhouette } from '@spotsmith/motion/stage/silhouette';
import { knownSubject } from '@spotsmith/motion/storyboard';
import { createTextMeasurer } from '@spotsmith/motion/text/text-measurer';
import { fps } from '../../timeline.ts';
import { ClipFrames } from './clip-frames.ts';
import type { FilmJob, FilmPlan } from './messages.ts';
import { createPixelSurface, type PixelSurface } from '../../canvas/node-canvas.ts';
import { nodeFonts } from '../../canvas/node-fonts.ts';

/** A stretch of frames that is drawn in order. */
export interface Stretch {
  /** RGBA pixels of a frame of it; valid until the next is drawn. */
  draw(frame: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

type Loaded = Record<string, Picture>;

/** The cut-out, and every shot's photo or still by the shot's id. */
async function loadStills({ cutout, pictures, storyboard }: FilmJob): Promise<Loaded> {
  const stills = storyboard.shots.flatMap(({ id, picture }) => {
    const file = picture.kind === 'product' ? undefined : pictures[picture.assetId];
    return file && !file.clip ? [[id, file] as const] : [];
  });
  const named = [...stills, ...(cutout ? [['product', cutout] as const] : [])];
  const loaded = await Promise.all(named.map(async ([id, { path }]) => [id, await loadImage(path)] as const));
  return Object.fromEntries(loaded);
}

/** The first frame that each shot shows of its clip, by the shot's id. */
async function firstFramesOf({ storyboard, pictures, canvas, ffmpegPath }: FilmJob): Promise<Loaded> {
  const frames = storyboard.shots.flatMap(({ id, picture }) => {
    const file = picture.kind === 'clip' ? pictures[picture.assetId] : undefined;
    return file && picture.kind === 'clip' ? [{ id, file, inSeconds: picture.inSeconds }] : [];
  });
  const read = frames.map(async ({ id, file, inSeconds }) => {
    const range = { fromFrame: Math.round(inSeconds * fps), frames: 1 };
    const clip = await ClipFrames.open(file, canvas, range, { ffmpegPath });
    try {
      return [id, await clip.frame(0)] as const;
    } finally {
      await clip.close();
    }
  });
  return Object.fromEntries(await Promise.all(read));
}

function measured(
  pictures: Record<string, Picture | undefined>,
  { shots }: FilmJob['storyboard'],
): Record<string, PhotoFacts> {
  return Object.fromEntries(
    shots.flatMap(({ id, picture: shown }) => {
      const picture = pictures[id];
      return picture ? [[id, measurePhoto(picture, createPixelSurface, null, knownSubject(shown))]] : [];
    }),
  );
}

function planOf(film: Film, { cutout, pictures, encoder, storyboard }: FilmJob): FilmPlan {
  const bytes = (indices: readonly number[]) =>
    indices.flatMap((index) => {
      const picture = storyboard.shots[index]?.picture;
      const isOwn = !picture || picture.kind === 'product';
      return [cutout?.sha256, isOwn ? null : [pictures[picture.assetId]?.sha256, picture]];
    });
  const segments = filmSegments(film).map(({ startFrame, frames, shots, identity }) => {
    const parts = JSON.stringify([drawingRevision, bytes(shots), encoder.output, identity]);
    return { startFrame, frames, hash: createHash('sha256').update(parts).digest('hex').slice(0, 32) };
  });
  return {
    totalFrames: film.totalFrames,
    segments,
    cutsAtSeconds: cutSeconds(film),
    events: soundEvents(film),
    pricesAtSeconds: priceSeconds(film),
    readings: readingTimes(film),
    wordsFaults: checkWords(film),
  };
}

/** Draws the frames of one film. */
export class FilmPainter {
  readonly job: FilmJob;
  readonly plan: FilmPlan;
  readonly #film: Film;
  readonly #drawing: Drawing;
  readonly #surface: PixelSurface;
  /** What layers show at the moment: stills, the cut-out, and the present frames of clips. */
  readonly #pictures: Loaded;

  private constructor(job: FilmJob, film: Film, pictures: Loaded) {
    this.job = job;
    this.plan = planOf(film, job);
    this.#film = film;
    this.#pictures = pictures;
    this.#surface = createPixelSurface(film.width, film.height);
    this.#drawing = createDrawing(film, { pictures, cache: createPaintCache(createPixelSurface) });
  }

  static async open(job: FilmJob): Promise<FilmPainter> {
    const pictures = await loadStills(job);
    const { storyboard, canvas, facts } = job;
    const { product: cutout } = pictures;
    const product =
      cutout && facts ? { facts, silhouette: measureSilhouette(cutout, createPixelSurface) } : null;
    const photos = measured({ ...pictures, ...(await firstFramesOf(job)) }, storyboard);
    const measurer = createTextMeasurer(createPixelSurface, nodeFonts);
    const film = makeFilm({
      storyboard,
      canvas,
      product,
      photos,
      measurer,
    });
    return new FilmPainter(job, film, pictures);
  }

  /** Begins a stretch of frames; the clips that are seen in it are opened at their places. */
  stretch(startFrame: number, frames: number): Stretch {
    const { canvas, ffmpegPath } = this.job;
    const clips = this.#clipsIn(startFrame, frames).map(({ shotId, file, fromFrame }) => ({
      shotId,
      // What is shown before a clip begins is its first picture.
      heldFrames: Math.max(0, -fromFrame),
      reading: ClipFrames.open(file, canvas, { fromFrame: Math.max(0, fromFrame), frames }, { ffmpegPath }),
    }));
    return {
      draw: async (frame) => {
        for (const { shotId, heldFrames, reading } of clips) {
          this.#pictures[shotId] = await (await reading).frame(Math.max(0, frame - heldFrames));
        }
        drawFrame(this.#surface.context, this.#drawing, startFrame + frame);
        return this.#surface.pixels();
      },
      close: async () => {
        for (const { reading } of clips) await (await reading).close();
      },
    };
  }

  #clipsIn(startFrame: number, frames: number) {
    const { storyboard, pictures } = this.job;
    return this.#film.shots.flatMap((shot, index) => {
      const picture = storyboard.shots[index]?.picture;
      if (picture?.kind !== 'clip') return [];
      const before = this.#film.joins[index - 1];
      const after = this.#film.joins[index];
      const first = before && before.frames > 0 ? before.startFrame : shot.startFrame;
      const end = after && after.frames > 0 ? after.startFrame + after.frames : shot.startFrame + shot.frames;
      const file = pictures[picture.assetId];
      if (!file || startFrame >= end || startFrame + frames <= first) return [];
      const fromFrame = Math.round(picture.inSeconds * fps) + startFrame - shot.startFrame;
      return [{ shotId: shot.id, file, fromFrame }];
    });
  }
}
