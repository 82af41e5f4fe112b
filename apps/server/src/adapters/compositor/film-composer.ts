import { join } from 'node:path';
import { inspectFilm } from '@spotsmith/compositor/film/inspect-film';
import { planFilm } from '@spotsmith/compositor/film/plan-film';
import { renderFilm } from '@spotsmith/compositor/film/render-film';
import { poster } from '@spotsmith/compositor/poster';
import { framesPerSecond } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import type { AdComposer, FilmRequest } from '#src/ports/makers.ts';
import { type Encoders, encodeSomewhere } from './encode-somewhere.ts';
import { withCompositorFaults } from './compositor-faults.ts';
import { gainDbOf } from './gain.ts';
import { shrunk } from './shrunk.ts';

type Settings = { cacheDir: string; ffmpegPath: string; ffprobePath: string } & Encoders;

/** Draws designed ads. */
export function filmComposer({
  cacheDir,
  encoder,
  log,
  ...tools
}: Settings): Pick<AdComposer, 'listen' | 'composeFilm'> {
  return {
    listen: (film, signal) =>
      withCompositorFaults(signal, async () => {
        return (await planFilm(film, { ...tools, signal })).events;
      }),

    composeFilm: (request, { outDir, signal, onProgress }) =>
      withCompositorFaults(signal, async () => {
        const options = { ...tools, cacheDir, outPath: join(outDir, 'ad.mp4'), onProgress, signal };
        const { made: rendered, by } = await encodeSomewhere({ encoder, log }, (encoderName) =>
          renderFilm(
            { ...request, audio: audioOf(request), metadata: metadataOf(request) },
            { ...options, encoderName },
          ),
        );
        const framePath = join(outDir, 'poster-frame.png');
        const [{ verdict, reasons }] = await Promise.all([
          inspectFilm(rendered, { ...tools, signal }),
          poster(rendered.path, posterFrameOf(request.storyboard), framePath, { ...tools, signal }),
        ]);
        return {
          path: rendered.path,
          posterPath: await shrunk(framePath, join(outDir, 'poster.webp')),
          ...request.canvas,
          seconds: rendered.totalFrames / framesPerSecond,
          verdict: { verdict, reasons, encoder: by },
        };
      }),
  };
}

/** Music that was made for the film is mixed with its effects already. */
function audioOf({ musicPath, musicVolume }: FilmRequest) {
  if (musicPath === null) return {};
  return { music: { source: musicPath, gainDb: musicVolume === null ? 0 : gainDbOf(musicVolume) } };
}

/** The opening, when its words stand and before it leaves. */
function posterFrameOf(storyboard: Storyboard): number {
  const [first] = scheduleShots(storyboard).shots;
  return Math.floor((first?.frames ?? 1) * 0.75);
}

/** Says what made the ad: AI disclosure, in the file itself. */
function metadataOf({ title, generators }: FilmRequest): Record<string, string> {
  const shown = generators.length > 0 ? `Clips: ${generators.join(', ')}. ` : '';
  return {
    title,
    encoder: 'Spotsmith',
    comment: `Made with Spotsmith. ${shown}Drawn from a photo of the product.`,
  };
}
