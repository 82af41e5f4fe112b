import { join } from 'node:path';
import { checkPhoto } from '@spotsmith/studio/check-photo';
import { importMusic } from '@spotsmith/studio/import-music';
import { preparePhoto } from '@spotsmith/studio/photo';
import type { UploadReader } from '#src/ports/makers.ts';
import { storePrepared } from './stored-recipe.ts';
import { withStudioFaults } from './studio-faults.ts';

/** Reads what people upload, always in a child process: a hostile file can at most kill that. */
export function studioUploadReader({ ffmpegPath }: { ffmpegPath: string }): UploadReader {
  return {
    readPhoto: (photoPath, outDir, signal) =>
      withStudioFaults(signal, () => checkPhoto({ photoPath, outDir, signal })),

    async cutOut(photoPath, outDir, signal) {
      const prepared = await withStudioFaults(signal, () => preparePhoto({ photoPath, outDir, signal }));
      return { ...storePrepared(prepared), warnings: prepared.warnings };
    },

    async readMusic(musicPath, outDir, signal) {
      const outPath = join(outDir, 'music.wav');
      const music = await withStudioFaults(signal, () =>
        importMusic({ musicPath, outPath, signal, ffmpegPath }),
      );
      return { path: music.path, mimeType: 'audio/wav', seconds: music.seconds };
    },
  };
}
