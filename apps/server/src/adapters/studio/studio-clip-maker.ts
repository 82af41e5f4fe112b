import { join } from 'node:path';
import { renderClip } from '@spotsmith/studio/clip';
import type { StudioClipMaker } from '#src/ports/makers.ts';
import { clipSourceOf } from './clip-source.ts';
import { STUDIO_MOVES } from './studio-words.ts';
import { withStudioFaults } from './studio-faults.ts';

const FPS = 30;

/** Sets a still in motion from its own layers, and any other picture by its cut-out or as a whole. */
export function studioClipMaker({ ffmpegPath }: { ffmpegPath: string }): StudioClipMaker {
  const maker: StudioClipMaker = {
    quote: ({ direction }) => ({
      provider: 'studio',
      model: 'local-studio',
      maxMicros: 0,
      units: direction.seconds,
      unitName: 'second',
    }),

    make: (request, context) => maker.film(request, context),

    async film(request, { outDir, signal, onProgress }) {
      const { direction, canvas, seed, versionNumber } = request;
      const clip = await withStudioFaults(signal, async () =>
        renderClip({
          ...(await clipSourceOf(request, outDir, signal)),
          move: STUDIO_MOVES[direction.camera],
          motionIntensity: direction.motion_intensity,
          seconds: direction.seconds,
          fps: FPS,
          canvas,
          easing: 'in-motion', // Clips are cut against each other: a camera that stops at every cut stutters.
          seed: seed + versionNumber - 1,
          outPath: join(outDir, 'clip.mp4'),
          onProgress,
          signal,
          ffmpegPath,
        }),
      );
      return {
        path: clip.path,
        mimeType: 'video/mp4',
        width: canvas.width,
        height: canvas.height,
        seconds: clip.seconds,
        provider: 'studio',
        model: 'local-studio',
        recipe: null,
        actualMicros: 0,
        warnings: [],
      };
    },
  };
  return maker;
}
