import type { Context2D, CreateSurface, Picture } from '../canvas.ts';
import type { Point } from '../product.ts';

/** What is heard at a join, on its cut. */
export type JoinSound = 'whoosh' | 'hit' | 'slide' | 'air' | 'pop' | 'glitch';

/** One frame of a join. */
export interface JoinView {
  width: number;
  height: number;
  /** Both shots at this moment. */
  before: Picture;
  after: Picture;
  /** Both shots, at half the size, at fixed moments of the join: the same for each of its frames. */
  still(which: 'before' | 'after'): Picture;
  /** Made once a join. */
  once(key: string, make: () => Picture): Picture;
  createSurface: CreateSurface;
  /** 0–1 through the join. */
  share: number;
  frames: number;
  axis: 'x' | 'y';
  /** 1 towards larger coordinates, -1 the other way. */
  direction: 1 | -1;
  /** Where the next product stands. */
  origin: Point;
  /** Colours of the style that run ahead of the next picture. */
  colors: readonly string[];
  accent: string;
  seed: number;
}

/** A join: two pictures and a share of the time, one picture. */
export interface JoinDesign {
  seconds: number;
  /** Share of the join that lies before the cut, which is on the beat. */
  before: number;
  sound: JoinSound | null;
  /** Null: a hard cut; nothing is drawn. */
  draw: ((context: Context2D, view: JoinView) => void) | null;
}
