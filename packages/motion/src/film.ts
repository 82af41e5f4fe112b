import type { MovingShot } from './movement/moving-shot.ts';
import type { Point } from './product.ts';
import type { Join, LayoutId, ShotRole, StyleId } from './storyboard.ts';

/** Frames per second of every film. */
export const framesPerSecond = 30;

export interface FilmShot {
  id: string;
  role: ShotRole;
  layout: LayoutId;
  /** The cut that leads into it; half-open range of frames. */
  startFrame: number;
  frames: number;
  moving: MovingShot;
}

export interface FilmJoin {
  type: Join['type'];
  /** The shot it leads into. */
  shot: number;
  cutFrame: number;
  /** Half-open range of frames that show both shots; empty for hard cuts. */
  startFrame: number;
  frames: number;
  axis: 'x' | 'y';
  direction: 1 | -1;
  origin: Point;
  colors: string[];
  accent: string;
  seed: number;
}

/** A whole ad as data: shots and joins on frames. It is JSON; what is drawn follows from it and its pictures alone. */
export interface Film {
  width: number;
  height: number;
  style: StyleId;
  tempoBpm: number;
  totalFrames: number;
  shots: FilmShot[];
  /** `joins[i]` leads from `shots[i]` into `shots[i + 1]`. */
  joins: FilmJoin[];
}

/** The shot that a frame belongs to: from its cut on. */
export function shotAt(film: Film, frame: number): number {
  const next = film.shots.findIndex(({ startFrame }) => startFrame > frame);
  return (next < 0 ? film.shots.length : next) - 1;
}

/** The join that is under way at a frame. */
export function joinAt(film: Film, frame: number): FilmJoin | undefined {
  return film.joins.find(({ startFrame, frames }) => frame >= startFrame && frame < startFrame + frames);
}

/** Seconds of a frame from a shot's cut; negative before it. */
export function secondsIn({ startFrame }: FilmShot, frame: number): number {
  return (frame - startFrame) / framesPerSecond;
}
