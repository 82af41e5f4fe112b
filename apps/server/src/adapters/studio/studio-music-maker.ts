import { join } from 'node:path';
import { renderMusic } from '@spotsmith/studio/music';
import type { MusicMaker } from '#src/ports/makers.ts';
import { withStudioFaults } from './studio-faults.ts';

/** Composes music by rules, as long as the ad and with its accents on the cuts. */
export const studioMusicMaker: MusicMaker = {
  quote: ({ seconds }) => ({
    provider: 'studio',
    model: 'local-studio',
    maxMicros: 0,
    units: seconds,
    unitName: 'second',
  }),

  async make({ mood, seconds, hitsAtSeconds, seed }, { outDir, signal }) {
    const music = await withStudioFaults(signal, () =>
      renderMusic({
        mood,
        seconds,
        seed,
        hitsAtSeconds,
        outPath: join(outDir, 'music.wav'),
        signal,
      }),
    );
    return {
      path: music.path,
      mimeType: 'audio/wav',
      width: null,
      height: null,
      seconds,
      provider: 'studio',
      model: 'local-studio',
      recipe: null,
      actualMicros: 0,
      warnings: [],
    };
  },
};
