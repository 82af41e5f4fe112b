import { startFrameEncoder } from '../ffmpeg.ts';
import type { CanvasSize } from '../canvas-size.ts';
import { SceneCamera } from '../motion/film-scene.ts';
import { encodeArgs } from '../motion/encode-args.ts';
import { cameraAt, type Easing, type Move } from '../motion/moves.ts';
import type { PreparedPhoto } from '../prepared-photo.ts';
import type { StillRecipe } from '../recipe.ts';
import { buildScene } from '../scenes/build-scene.ts';
import type { Scene } from '../scenes/scene.ts';
import { sceneFromPicture } from '../scenes/scene-from-picture.ts';

export interface ClipJob {
  source: { recipe: StillRecipe } | { imagePath: string; photo?: PreparedPhoto | undefined };
  move: Move;
  motionIntensity: number;
  easing: Easing;
  fps: number;
  frames: number;
  canvas: CanvasSize;
  seed: number;
  outPath: string;
  ffmpegPath: string;
}

/** See `renderClip`; `report` is told the share that is done, 0–1. */
export async function clipTask(
  job: ClipJob,
  report: (progress: number) => void,
): Promise<{ frames: number }> {
  const { source, move, canvas, fps, frames } = job;
  const scene =
    'recipe' in source
      ? await buildScene({ ...source.recipe, canvas })
      : await sceneFromPicture(source.imagePath, canvas, source.photo);
  const camera = new SceneCamera(drifting(scene, job.seed), {
    hasFocusPull: move === 'rack-focus',
    hasLightSweep: move === 'light-sweep',
  });
  const encoder = startFrameEncoder(job.ffmpegPath, encodeArgs(canvas, fps, job.outPath));
  let written = Promise.resolve();
  for (let frame = 0; frame < frames; frame += 1) {
    const t = frames > 1 ? frame / (frames - 1) : 0;
    const drawn = camera.shoot(cameraAt(move, t, job.motionIntensity, frames / fps, job.easing));
    await written; // One frame is drawn while the last one is handed over.
    written = encoder.write(drawn);
    if (frame % 5 === 0) report(frame / frames);
  }
  await written;
  await encoder.finish();
  report(1);
  return { frames };
}

/** Two clips of one still differ in how what floats in the air drifts; their first frames are the same. */
function drifting(scene: Scene, seed: number): Scene {
  const layers = scene.layers.map((layer) =>
    layer.drift ? { ...layer, drift: { ...layer.drift, phase: layer.drift.phase + seed } } : layer,
  );
  return { ...scene, layers };
}
