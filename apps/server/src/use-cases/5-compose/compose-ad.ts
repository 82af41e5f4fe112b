import { providerFor } from '@spotsmith/contract/provider-for';
import { type Asset, type Clip, type Film, isSettled, madeMusic, type Music } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { Session } from '../../domain/session.ts';
import { isFailed } from '../../domain/spending.ts';
import type { AdComposer, Composed, ComposeRequest, FilmSource } from '../../ports/makers.ts';
import { callMaker } from '../making/call-maker.ts';
import type { AssetTask, AssetWork, FailedWork, MakingDeps, Work } from '../making/job-work.ts';
import { keepMedia, madePatch, storeMedia } from '../making/keep-media.ts';
import { materialiseAsset, materialiseFile } from '../making/materialise-asset.ts';
import { throttledReporter } from '../making/throttled-reporter.ts';
import { filmSourceOf } from './film-source.ts';
import { clipOnCanvas } from './clip-on-canvas.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { gapsOf, lengthGapOf, standInsOf, withGaps } from './gaps-of.ts';
import { MUSIC_PERCENT } from './music-slot.ts';
import { roundOf, settleComposition } from './settle-composition.ts';

/** Composes one finished file of the ad from its clips, text and music, and judges it. */
export const composeAd: AssetWork<Film> = {
  job: 'compose-ad',
  make: composeFilm,
  afterwards: settleComposition,
};

const QUOTE = { provider: 'studio', model: 'compositor', maxMicros: 0, units: 1, unitName: 'ad' } as const;

async function composeFilm(deps: MakingDeps, task: AssetTask<Film>): Promise<Work<Film | null> | FailedWork> {
  const { session, dir, signal } = task;
  const assets = await deps.store.read.assets.ofSession(session.id);
  const music = musicOf(session, assets);
  const film = await filmSourceOf(deps, session, assets, task.asset.aspectRatio, { dir, signal });
  const clips = film === null ? clipsOf(assets) : clipsIn(film, assets);
  const provider = providerFor('clip', session.options, deps.limits.defaultProvider);
  const gaps = [...gapsOf(session, assets, music), ...standInsOf(provider, clips)];
  const render =
    film === null
      ? await classicRender(deps, task, assets, { clips, music })
      : await designedRender(deps, task, film, { clips, music });
  const done = await callMaker(deps, task, {
    quote: QUOTE,
    input: render.input,
    async make() {
      const onProgress = frameReporter(deps, task, roundOf(assets, task.asset));
      const composed = await render.run({ outDir: dir, signal, onProgress });
      return {
        ...composed,
        provider: QUOTE.provider,
        model: QUOTE.model,
        mimeType: 'video/mp4',
        recipe: null,
        thumbnailPath: composed.posterPath,
        actualMicros: 0,
        warnings: [],
        verdict: withGaps(composed.verdict, [...gaps, ...lengthGapOf(session, composed.seconds)]),
      };
    },
  });
  if (isFailed(done)) return done;
  const { call, made } = done;
  const stored = await storeMedia(deps, task, made);
  return {
    call,
    keep: (tx) =>
      keepMedia(tx, task, stored, {
        ...madePatch(stored, made),
        posterFileId: stored.thumbnail?.id ?? null,
        width: made.width,
        height: made.height,
        seconds: made.seconds,
        verdict: made.verdict,
      }),
  };
}

type Sources = { clips: readonly Clip[]; music: Music | undefined };
/** What is kept in the ledger of what was asked for, and the asking. */
type Render = { input: object; run(options: Parameters<AdComposer['compose']>[1]): Promise<Composed> };

/** The clips that shots of a designed ad show. */
function clipsIn({ assetPaths }: FilmSource, assets: readonly Asset[]): Clip[] {
  return assets.filter((asset) => asset.kind === 'clip').filter(({ id }) => id in assetPaths);
}

async function designedRender(
  deps: MakingDeps,
  { session, dir }: AssetTask<Film>,
  film: FilmSource,
  { clips, music }: Sources,
): Promise<Render> {
  const request = {
    ...film,
    musicPath: music?.status === 'ready' ? (await materialiseAsset(deps, music, dir)).path : null,
    musicVolume: music?.origin === 'uploaded' ? (session.finish?.music_volume ?? null) : null,
    title: film.storyboard.copy.name ?? session.title,
    generators: [...new Set(clips.map((clip) => `${clip.provider}/${clip.model}`))],
  };
  const { storyboard, canvas } = film;
  return { input: { storyboard, canvas }, run: (options) => deps.composer.composeFilm(request, options) };
}

async function classicRender(
  deps: MakingDeps,
  task: AssetTask<Film>,
  assets: readonly Asset[],
  sources: Sources,
): Promise<Render> {
  const request = await requestOf(deps, task, assets, sources);
  return {
    input: { ...request, clips: request.clips.length },
    run: (options) => deps.composer.compose(request, options),
  };
}

async function requestOf(
  deps: MakingDeps,
  { session, asset, dir, signal }: AssetTask<Film>,
  assets: readonly Asset[],
  { clips, music }: Sources,
): Promise<ComposeRequest> {
  const { finish } = session;
  if (finish === null) throw new Error('An ad is composed from a finish.');
  const tell = throttledReporter(deps, session.id);
  const parts: ComposeRequest['clips'] = [];
  for (const [index, clip] of clips.entries()) {
    const onProgress = () =>
      tell(() => ({
        stage: 'composition',
        progress: MUSIC_PERCENT,
        message: `Composing for ${asset.aspectRatio}: clip ${index + 1} of ${clips.length}`,
        metadata: { asset_id: asset.id },
      }));
    const path = await clipOnCanvas(deps, session, clip, asset.aspectRatio, { dir, signal, onProgress });
    parts.push({ path, ...shownPartOf(clip) });
  }
  const logo = assets.find(({ id }) => id === finish.logo?.asset_id);
  return {
    clips: parts,
    finish,
    language: session.brief?.language ?? 'und',
    canvas: canvasOf(asset.aspectRatio, deps.limits.canvasScale, finish.resolution),
    musicPath: music?.status === 'ready' ? (await materialiseAsset(deps, music, dir)).path : null,
    logoPath: (await materialiseFile(deps, logo?.fileId, dir))?.path ?? null,
    generators: [...new Set(clips.map((clip) => `${clip.provider}/${clip.model}`))],
  };
}

function musicOf({ finish }: Session, assets: readonly Asset[]): Music | undefined {
  const music = finish?.music;
  if (music?.source === 'uploaded') {
    return assets.filter((asset) => asset.kind === 'music').find(({ id }) => id === music.asset_id);
  }
  return music?.source === 'generated' ? madeMusic(assets) : undefined;
}

type FrameProgress = { percent: number; frame: number; totalFrames: number; etaSeconds: number | null };

/** Tells of frames. The files of one round share the bar. */
function frameReporter(deps: MakingDeps, { session, asset }: AssetTask<Film>, round: readonly Film[]) {
  const tell = throttledReporter(deps, session.id);
  const share = (100 - MUSIC_PERCENT) / round.length;
  const done = round.filter(isSettled).length;
  return ({ percent, frame, totalFrames, etaSeconds }: FrameProgress) =>
    tell(() => ({
      stage: 'composition',
      progress: MUSIC_PERCENT + share * (done + percent / 100),
      message: `Composing: frame ${frame} of ${totalFrames}`,
      metadata: {
        current_frame: frame,
        total_frames: totalFrames,
        eta_seconds: etaSeconds,
        asset_id: asset.id,
      },
    }));
}
