import type { WordsFault } from '@spotsmith/motion/check/check-words';
import type { SoundEvent } from '@spotsmith/motion/film/sound-events';
import type { ReadingTime } from '@spotsmith/motion/film/reading-time';
import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { FailureCode } from '../../errors.ts';
import type { VideoEncoder } from '../../encode/video-encoder.ts';
import type { PictureFacts } from '../../probe-media.ts';
import type { Canvas } from '../../timeline.ts';

/** A file that shots show, by the id that the storyboard names it with. */
export interface FilmPicture {
  path: string;
  sha256: string;
  /** For clips: how FFmpeg opens it, and its picture. */
  clip?: { inputOptions: string[]; picture: PictureFacts };
}

/** All that a film is drawn from. */
export interface FilmJob {
  storyboard: Storyboard;
  canvas: Canvas;
  /** The cut-out, transparent outside the product; null when nothing could be cut out. */
  cutout: FilmPicture | null;
  facts: ProductFacts | null;
  /** Photos, stills and clips by asset. */
  pictures: Record<string, FilmPicture>;
  encoder: VideoEncoder;
  ffmpegPath?: string | undefined;
}

export interface PlannedSegment {
  startFrame: number;
  frames: number;
  /** Names the result: same hash, same picture. */
  hash: string;
}

/** What is known of a film before it is drawn. */
export interface FilmPlan {
  totalFrames: number;
  segments: PlannedSegment[];
  /** Where the music may land. */
  cutsAtSeconds: number[];
  /** What is heard because it is seen. */
  events: SoundEvent[];
  pricesAtSeconds: number[];
  readings: ReadingTime[];
  /** Words that cannot be read as they were meant. */
  wordsFaults: WordsFault[];
}

export type PainterRequest =
  | { kind: 'plan'; job: FilmJob }
  | {
      kind: 'paint';
      startFrame: number;
      frames: number;
      threads: number;
      outPath: string;
      thumbnailsPath: string;
    };

export type PainterAnswer =
  | { kind: 'planned'; plan: FilmPlan }
  | { kind: 'progress'; frame: number }
  | { kind: 'painted' }
  | { kind: 'failed'; code: FailureCode | null; message: string };
