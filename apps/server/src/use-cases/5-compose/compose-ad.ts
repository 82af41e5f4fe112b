import type { Verdict } from '@spotsmith/contract/assets';
import type { Provider } from '@spotsmith/contract/words';
import { type Asset, currentOf, isSettled } from '../../domain/asset.ts';
import { canvasOf } from '../../domain/canvas.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import type { Session } from '../../domain/session.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { ComposeRequest } from '../../ports/makers.ts';
import type { Transaction } from '../../ports/store.ts';
import { advance } from '../flow/advance.ts';
import type { AssetWork, MakeDeps, Taken } from '../flow/asset-work.ts';
import { layOut } from '../flow/lay-out.ts';
import { makeAsset } from '../flow/make-asset.ts';
import { reportComplete, reportTrouble } from '../flow/report.ts';
import { steadyReporter } from '../flow/steady-reporter.ts';
import { clipOnCanvas } from './clip-on-canvas.ts';
import { clipsOf, shownPartOf } from './clips-of.ts';
import { generatedMusic } from './music-slot.ts';

/** The music's share of the composing bar. */
const MUSIC_PERCENT = 10;

/** Composes one finished file of the ad from its clips, text and music, and judges it. */
export async function composeAd(
  deps: MakeDeps,
  payload: JobPayload<'compose-ad'>,
  run: JobRun,
): Promise<void> {
  const work: AssetWork = {
    job: 'compose-ad',
    during: 'composing',
    progressStage: 'composition',
    costStage: 'composition',
    folder: 'final',
    prepare: async (taken, dir, signal) => {
      const { request, gaps, round } = await requestOf(deps, taken, dir, signal);
      return {
        quote: { provider: 'studio', model: 'compositor', maxMicros: 0, units: 1, unitName: 'ad' },
        input: { ...request, clips: request.clips.length },
        make: async () => {
          const reporter = frameReporter(deps, taken, round);
          const composed = await deps.composer.compose(request, { outDir: dir, signal, ...reporter });
          return {
            ...composed,
            provider: 'studio' as const,
            model: 'compositor',
            mimeType: 'video/mp4',
            recipe: null,
            thumbnailPath: composed.posterPath,
            actualMicros: 0,
            warnings: [],
            verdict: withGaps(composed.verdict, gaps),
          };
        },
      };
    },
    afterwards: settleComposition,
  };
  await makeAsset(deps, payload, run, work);
}

type Round = { count: number; done: number };
type FrameProgress = { percent: number; frame: number; totalFrames: number; etaSeconds: number | null };

/** The files that were asked for together with this one. */
function roundOf(assets: readonly Asset[], { versionNumber }: Asset): Asset[] {
  return assets.filter((other) => other.kind === 'final' && other.versionNumber === versionNumber);
}

async function requestOf(
  deps: MakeDeps,
  { session, asset }: Taken,
  dir: string,
  signal: AbortSignal,
): Promise<{ request: ComposeRequest; gaps: Verdict['reasons']; round: Round }> {
  if (session.brief === null || session.finish === null) throw new Error('An ad is composed from a finish.');
  const assets = await deps.store.read.assets.ofSession(session.id);
  const clips = clipsOf(assets);
  const aspectRatio = asset.aspectRatio ?? session.options.aspect_ratio;
  const tell = steadyReporter(deps, session.id);
  const parts: ComposeRequest['clips'] = [];
  for (const [index, clip] of clips.entries()) {
    const onProgress = () =>
      tell(() => ({
        stage: 'composition',
        progress: MUSIC_PERCENT,
        message: `Composing for ${aspectRatio}: clip ${index + 1} of ${clips.length}`,
        metadata: { asset_id: asset.id },
      }));
    const path = await clipOnCanvas(deps, session, clip, aspectRatio, { dir, signal, onProgress });
    parts.push({ path, ...shownPartOf(clip) });
  }
  const music = musicOf(session, assets);
  const logo = assets.find(({ id }) => id === session.finish?.logo?.asset_id);
  const request: ComposeRequest = {
    clips: parts,
    brief: session.brief,
    finish: session.finish,
    canvas: canvasOf(aspectRatio, deps.limits.canvasScale, session.finish.resolution),
    musicPath: music?.status === 'ready' ? (await layOut(deps, music, dir)).path : null,
    logoPath: logo === undefined ? null : (await layOut(deps, logo, dir)).path,
    generators: [...new Set(clips.map((clip) => `${clip.provider}/${clip.model}`))],
  };
  const provider = session.options.provider ?? deps.limits.defaultProvider;
  const round = roundOf(assets, asset);
  return {
    request,
    gaps: [...gapsOf(session, assets, music), ...standInsOf(provider, clips)],
    round: { count: round.length, done: round.filter(isSettled).length },
  };
}

function musicOf(session: Session, assets: readonly Asset[]): Asset | undefined {
  const music = session.finish?.music;
  if (music?.source === 'uploaded') return assets.find(({ id }) => id === music.asset_id);
  return music?.source === 'generated' ? generatedMusic(assets) : undefined;
}

/** What was asked for and is not in the ad, or stands in for something else. Nothing is left out silently. */
function gapsOf(session: Session, assets: readonly Asset[], music: Asset | undefined): Verdict['reasons'] {
  const gaps: Verdict['reasons'] = [];
  if (session.finish?.music?.source === 'generated' && music?.status !== 'ready') {
    gaps.push({ code: 'music_missing', message: 'The music could not be made; the ad has none.' });
  }
  if (session.finish?.resolution === '720p') {
    gaps.push({ code: 'smaller_picture', message: 'Composed at 720p instead of 1080p.' });
  }
  for (const kind of ['image', 'clip'] as const) {
    const all = currentOf(assets, kind);
    const ready = all.filter((asset) => asset.status === 'ready').length;
    if (ready < all.length) {
      gaps.push({ code: `some_${kind}s_failed`, message: `${ready} of ${all.length} ${kind}s succeeded.` });
    }
  }
  return gaps;
}

/** Clips by the local studio in an ad of hosted models. */
function standInsOf(provider: Provider, clips: readonly Asset[]): Verdict['reasons'] {
  const standIns = provider === 'studio' ? [] : clips.filter((clip) => clip.provider === 'studio');
  if (standIns.length === 0) return [];
  const which = standIns.length === 1 ? '1 clip' : `${standIns.length} clips`;
  return [{ code: 'stand_ins', message: `The local studio made ${which} in place of the hosted model.` }];
}

function withGaps(verdict: Verdict, gaps: Verdict['reasons']): Verdict {
  if (gaps.length === 0) return verdict;
  return {
    verdict: verdict.verdict === 'passed' ? 'degraded' : verdict.verdict,
    reasons: [...verdict.reasons, ...gaps],
  };
}

/** Tells of frames. Several files of one round share the bar. */
function frameReporter(deps: MakeDeps, { session, asset }: Taken, round: Round) {
  const tell = steadyReporter(deps, session.id);
  const share = (100 - MUSIC_PERCENT) / round.count;
  return {
    onProgress: ({ percent, frame, totalFrames, etaSeconds }: FrameProgress) =>
      tell(() => ({
        stage: 'composition',
        progress: MUSIC_PERCENT + share * (round.done + percent / 100),
        message: `Composing: frame ${frame} of ${totalFrames}`,
        metadata: {
          current_frame: frame,
          total_frames: totalFrames,
          eta_seconds: etaSeconds,
          asset_id: asset.id,
        },
      })),
  };
}

async function settleComposition(tx: Transaction, session: Session, asset: Asset): Promise<void> {
  const round = roundOf(await tx.assets.ofSession(session.id), asset);
  if (session.status !== 'composing' || !round.every(isSettled)) return;
  const ready = round.filter((final) => final.status === 'ready').length;
  if (ready > 0) {
    const moved = await advance(tx, session, 'composed');
    await reportComplete(tx, moved, {
      stage: 'composition',
      message: ready === 1 ? 'Your ad is ready' : `Your ${ready} ads are ready`,
      assetCount: ready,
    });
    return;
  }
  const message = asset.trouble?.message ?? 'The ad could not be composed.';
  // For want of memory there is something else to offer than another try.
  const code = asset.trouble?.code === 'out_of_memory' ? 'out_of_memory' : 'composing_failed';
  const trouble = { code, message, can_retry: true };
  const failed = await advance(tx, session, 'fail', { trouble });
  await reportTrouble(tx, failed, { stage: 'composition', trouble });
}
