import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkPhoto } from '@spotsmith/studio/check-photo';
import { importMusic } from '@spotsmith/studio/music';
import { preparePhoto } from '@spotsmith/studio/photo';
import type { UploadReader } from '#src/ports/makers.ts';
import { storePrepared } from './stored-recipe.ts';
import { withStudioFaults } from './studio-faults.ts';
import { uploadGate } from './upload-gate.ts';

/** Its children end by their own limits. */
const NEVER = new AbortController().signal;

/** Reads what people upload, always in a child process: a hostile file can at most kill that. */
export function studioUploadReader(tools: { ffmpegPath: string; ffprobePath: string }): UploadReader {
  const gate = uploadGate(availableParallelism());
  return {
    readPhoto: async (photoPath, outDir) =>
      gate(() => withStudioFaults(NEVER, () => checkPhoto({ photoPath, outDir }))),

    async cutOut(photoPath, outDir, signal) {
      const prepared = await withStudioFaults(signal, () => preparePhoto({ photoPath, outDir, signal }));
      return { ...storePrepared(prepared), warnings: prepared.warnings };
    },

    async readMusic(path, outDir) {
      const outPath = join(outDir, 'music.wav');
      const { seconds } = await gate(() =>
        withStudioFaults(NEVER, () => importMusic({ path, outPath, ...tools })),
      );
      return { path: outPath, mimeType: 'audio/wav', seconds };
    },
  };
}
