import { framesPerSecond } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { MadeMusic } from '../../domain/asset.ts';
import { isFailed } from '../../domain/spending.ts';
import type { FilmSound, MusicRequest } from '../../ports/makers.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Session } from '../../domain/session.ts';
import { callMaker } from '../making/call-maker.ts';
import { isDuring } from '../making/claim-work.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';
import type { AssetTask, AssetWork, FailedWork, MakingDeps, Work } from '../making/job-work.ts';
import { keepMedia, madePatch, storeMedia, verifyMedia } from '../making/keep-media.ts';
import { makerOf } from '../making/maker-of.ts';
import { report } from '../making/report.ts';
import { waitingFinals } from '../flow/enter-composition.ts';
import { filmSourceOf } from './film-source.ts';
import { MUSIC_PERCENT } from './music-slot.ts';

/** Makes the music of an ad, as long as the ad and with its accents on the cuts; then the composing starts. */
export const prepareMusic: AssetWork<MadeMusic> = {
  job: 'prepare-music',
  make: makeMusic,
  afterwards: composeWith,
};

async function makeMusic(
  deps: MakingDeps,
  task: AssetTask<MadeMusic>,
): Promise<Work<MadeMusic | null> | FailedWork> {
  const maker = makerOf(deps, task.session, 'music');
  const request = await requestOf(deps, task);
  const done = await callMaker(deps, task, {
    quote: await maker.quote(request),
    input: request,
    make: async (context) => verifyMedia(deps, task, 'music', await maker.make(request, context)),
  });
  if (isFailed(done)) return done;
  const { call, made } = done;
  const stored = await storeMedia(deps, task, made);
  return {
    call,
    keep: (tx) => keepMedia(tx, task, stored, { ...madePatch(stored, made), seconds: made.seconds }),
  };
}

/** An ad whose music failed is composed without it, and its verdict says so. */
async function composeWith(tx: Transaction, session: Session, music: MadeMusic): Promise<void> {
  if (!isDuring('prepare-music', session)) return;
  if (music.status === 'ready') {
    const progress = MUSIC_PERCENT;
    await report(tx, session, { stage: 'composition', progress, message: 'The music is ready' });
  }
  await enqueueAssetJobs(tx, session, 'compose-ad', waitingFinals(await tx.assets.ofSession(session.id)));
}

async function requestOf(deps: MakingDeps, task: AssetTask<MadeMusic>): Promise<MusicRequest> {
  const { session, asset } = task;
  if (session.brief === null) throw new Error('Music is made for a brief.');
  return {
    brief: session.brief,
    mood: asset.score.mood,
    seconds: asset.score.seconds,
    hitsAtSeconds: asset.score.hits_at_seconds,
    film: asset.score.tempo_bpm === null ? null : await filmSoundOf(deps, task, asset.score.tempo_bpm),
    seed: asset.seed,
    model: session.options.music_model ?? null,
  };
}

/** What is heard because it is seen, in the ad's main format: others move at the same moments. */
async function filmSoundOf(
  deps: MakingDeps,
  { session, dir, signal }: AssetTask<MadeMusic>,
  tempoBpm: number,
): Promise<FilmSound | null> {
  const assets = await deps.store.read.assets.ofSession(session.id);
  const aspectRatio = session.finish?.aspect_ratios?.[0] ?? session.options.aspect_ratio;
  const film = await filmSourceOf(deps, session, assets, aspectRatio, { dir, signal });
  if (film === null) return null;
  const { shots } = scheduleShots(film.storyboard);
  const pricesAtSeconds = film.storyboard.shots.flatMap(({ role }, index) =>
    role === 'offer' ? [(shots[index]?.startFrame ?? 0) / framesPerSecond] : [],
  );
  return { tempoBpm, effects: await deps.composer.listen(film, signal), pricesAtSeconds };
}
