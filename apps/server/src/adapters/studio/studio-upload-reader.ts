import { join } from 'node:path';
import { checkPhoto } from '@spotsmith/studio/check-photo';
import { importMusic } from '@spotsmith/studio/music';
import { preparePhoto } from '@spotsmith/studio/photo';
import type { UploadReader } from '#src/ports/makers.ts';
import { storePrepared } from './stored-recipe.ts';
import { withStudioFaults } from './studio-faults.ts';

/** Reads what people upload, always in a child process: a hostile file can at most kill that. */
export function studioUploadReader(tools: { ffmpegPath: string; ffprobePath: string }): UploadReader {
  return {
    readPhoto: (photoPath, outDir, signal) =>
      withStudioFaults(signal, () => checkPhoto({ photoPath, outDir, signal })),

    async cutOut(photoPath, outDir, signal) {
      const prepared = await withStudioFaults(signal, () => preparePhoto({ photoPath, outDir, signal }));
      return { ...storePrepared(prepared), warnings: prepared.warnings };
    },

    async readMusic(path, outDir, signal) {
      const outPath = join(outDir, 'music.wav');
      const { seconds } = await withStudioFaults(signal, () =>
        importMusic({ path, outPath, signal, ...tools }),
      );
      return { path: outPath, mimeType: 'audio/wav', seconds };
    },
  };
}
