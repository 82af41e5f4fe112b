import { join } from 'node:path';
import { renderMusic, renderSoundtrack } from '@spotsmith/studio/music';
import type { MusicMaker } from '#src/ports/makers.ts';
import { withStudioFaults } from './studio-faults.ts';

/** Composes music by rules, as long as the ad and with its accents on the cuts; for a designed ad its effects, too. */
export const studioMusicMaker: MusicMaker = {
  quote: ({ seconds }) => ({
    provider: 'studio',
    model: 'local-studio',
    maxMicros: 0,
    units: seconds,
    unitName: 'second',
  }),

  async make({ mood, seconds, hitsAtSeconds, film, seed }, { outDir, signal }) {
    const common = { mood, seconds, seed, outPath: join(outDir, 'music.wav'), signal };
    const music = await withStudioFaults<{ path: string }>(signal, () =>
      film === null
        ? renderMusic({ ...common, hitsAtSeconds })
        : renderSoundtrack({ ...common, ...film, cutsAtSeconds: hitsAtSeconds }),
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
