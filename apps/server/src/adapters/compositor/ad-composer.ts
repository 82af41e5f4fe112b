import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inspect } from '@spotsmith/compositor/inspect';
import { planRender } from '@spotsmith/compositor/plan-render';
import { choosePosterFrame, poster } from '@spotsmith/compositor/poster';
import { checkMedia } from '@spotsmith/compositor/probe-media';
import { probeTimeline } from '@spotsmith/compositor/probe-timeline';
import { prepare, render } from '@spotsmith/compositor/render';
import { schedule } from '@spotsmith/compositor/schedule';
import pLimit from 'p-limit';
import type { AdComposer, Composed, ComposeRequest } from '#src/ports/makers.ts';
import { type Encoders, encodeSomewhere } from './encode-somewhere.ts';
import { withCompositorFaults, withLookingFaults } from './compositor-faults.ts';
import { filmComposer } from './film-composer.ts';
import { shrunk } from './shrunk.ts';
import { timelineOf } from './timeline-of.ts';

type Settings = {
  /** Where encoded segments are kept between renders, so that a text edit encodes seconds and not the ad. */
  cacheDir: string;
  ffmpegPath: string;
  ffprobePath: string;
} & Encoders;

const KINDS = { image: 'image', clip: 'video', music: 'audio' } as const;

/** Composes ads with the compositor, and looks at media with the same care. */
export function adComposer({ cacheDir, encoder, log, ...tools }: Settings): AdComposer {
  // Hosted media arrive by the dozen; each is looked at by a process or two, on the cores that also answer people.
  const looks = pLimit(availableParallelism());
  return {
    ...filmComposer({ cacheDir, encoder, log, ...tools }),

    measure({ clips, finish, canvas }) {
      const parts = clips.map((clip) => ({ ...clip, path: null }));
      const timeline = timelineOf({
        clips: parts,
        finish,
        language: 'und',
        canvas,
        musicPath: null,
        logoPath: null,
        metadata: {},
      });
      const { totalSeconds, cutsAtSeconds } = schedule(timeline);
      return { totalSeconds, cutsAtSeconds };
    },

    prerender: (ad, signal) =>
      withCompositorFaults(signal, async () => {
        const timeline = timelineOf({ ...ad, musicPath: null, metadata: {} });
        const probes = await probeTimeline(timeline, { ...tools, signal });
        await encodeSomewhere({ encoder, log }, (encoderName) =>
          prepare(timeline, probes, { ...tools, cacheDir, signal, encoderName }),
        );
      }),

    compose: (request, { outDir, signal, onProgress }) =>
      withCompositorFaults(signal, async (): Promise<Composed> => {
        const timeline = timelineOf({ ...request, metadata: metadataOf(request) });
        const probes = await probeTimeline(timeline, { ...tools, signal });
        const options = { ...tools, cacheDir, outPath: join(outDir, 'ad.mp4'), onProgress, signal };
        const { made: rendered, by } = await encodeSomewhere({ encoder, log }, (encoderName) =>
          render(planRender(timeline, probes, encoderName), options),
        );
        const { measures } = rendered;
        const frame = choosePosterFrame(timeline, measures.thumbnails);
        const framePath = join(outDir, 'poster-frame.png');
        const [{ verdict, reasons }] = await Promise.all([
          inspect(rendered.path, timeline, { ...tools, measures, probes, signal }),
          poster(rendered.path, frame, framePath, { ...tools, signal }),
        ]);
        return {
          path: rendered.path,
          posterPath: await shrunk(framePath, join(outDir, 'poster.webp')),
          ...request.canvas,
          seconds: schedule(timeline).totalSeconds,
          verdict: { verdict, reasons, encoder: by },
        };
      }),

    thumbnail: ({ path, provider }, kind, outDir, signal) =>
      looks(withLookingFaults, signal, async () => {
        const target = join(outDir, 'thumbnail.webp');
        // What others made is decoded in a child process, and only the copy here.
        if (kind === 'image' && provider === 'studio') return shrunk(path, target);
        const framePath = join(outDir, 'thumbnail-frame.png');
        await poster(path, 0, framePath, { ...tools, signal });
        return shrunk(framePath, target);
      }),

    check: (path, kind, signal) =>
      looks(withLookingFaults, signal, async () => {
        const probe = await checkMedia(path, KINDS[kind], { ...tools, signal });
        return {
          width: probe.picture?.width ?? null,
          height: probe.picture?.height ?? null,
          seconds: kind === 'image' ? null : probe.seconds,
        };
      }),
  };
}

/** Says which generators made the ad: AI disclosure, in the file itself. */
function metadataOf({ finish, generators }: ComposeRequest): Record<string, string> {
  return {
    title: finish.product_name ?? '',
    encoder: 'Spotsmith',
    comment: `Made with Spotsmith. Pictures and clips: ${generators.join(', ')}.`,
  };
}
