import type { CanvasSize } from './canvas-size.ts';
import { moveFor, MOVES, type Easing, type Move } from './motion/moves.ts';
import type { PreparedPhoto } from './prepared-photo.ts';
import { stillRecipeSchema, type StillRecipe } from './recipe.ts';
import { runWorker } from './run-worker.ts';

export { MOVES, type Move };

/**
 * A still of the studio, whose own layers move; or any picture. A picture moves as a whole, and with its `photo` (what
 * `preparePhoto` said of the same file) its product moves before its background when the cut-out is confident.
 */
export type ClipSource = { recipe: StillRecipe } | { imagePath: string; photo?: PreparedPhoto };

export type RenderClipOptions = ClipSource & {
  /** One of `MOVES`, or a planner's free words ("slow dolly in"). */
  move: string;
  /** 0 = barely, 0.5 = calm, 1 = lively. */
  motionIntensity: number;
  /** Length, 0.2–30 s; the file has exactly `round(seconds × fps)` frames. */
  seconds: number;
  fps: number;
  /** Even width and height; the still is recomposed for it, not cropped. */
  canvas: CanvasSize;
  seed: number;
  /** Where the MP4 goes. */
  outPath: string;
  /** Starts and ends at rest by default; 'in-motion' for cuts between moving pictures. */
  easing?: Easing;
  onProgress?: (progress: number) => void;
  signal?: AbortSignal;
  /** FFmpeg 5.1 or newer; found by PATH when not given. */
  ffmpegPath?: string;
};

export interface Clip {
  path: string;
  frames: number;
  seconds: number;
  move: Move;
}

/** Renders a silent clip in a child process: H.264 High, yuv420p, BT.709 tagged, exact frame count. */
export async function renderClip(options: RenderClipOptions): Promise<Clip> {
  const {
    motionIntensity,
    seconds,
    fps,
    canvas,
    seed,
    outPath,
    easing = 'rest-to-rest',
    ffmpegPath = 'ffmpeg',
  } = options;
  const frames = Math.round(seconds * fps);
  if (!(seconds >= 0.2 && seconds <= 30) || frames < 2)
    throw new RangeError('A clip is 0.2 to 30 seconds long.');
  if (canvas.width % 2 || canvas.height % 2)
    throw new RangeError('The width and height of a clip must be even.');
  const move = moveFor(options.move);
  const source =
    'recipe' in options
      ? { recipe: stillRecipeSchema.parse(options.recipe) }
      : { imagePath: options.imagePath, photo: options.photo };
  const intensity = Math.max(0, Math.min(1, motionIntensity));
  await runWorker(
    'clip',
    { source, move, motionIntensity: intensity, easing, fps, frames, canvas, seed, outPath, ffmpegPath },
    { signal: options.signal, onProgress: options.onProgress },
  );
  return { path: outPath, frames, seconds: frames / fps, move };
}
