import type { MadeMusic } from '../../domain/asset.ts';
import { isFailed } from '../../domain/spending.ts';
import type { MusicRequest } from '../../ports/makers.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Session } from '../../domain/session.ts';
import { callMaker } from '../making/call-maker.ts';
import { isDuring } from '../making/claim-work.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';
import type { AssetTask, AssetWork, FailedWork, MakingDeps, Work } from '../making/job-work.ts';
import { keepMedia, madePatch, storeMedia } from '../making/keep-file.ts';
import { makersOf } from '../making/makers-of.ts';
import { report } from '../making/report.ts';
import { verifyMedia } from '../making/verify-media.ts';
import { waitingFinals } from '../flow/enter-composition.ts';
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
  const maker = makersOf(deps, task.session).music;
  const request = requestOf(task);
  const done = await callMaker(deps, task, {
    quote: maker.quote(request),
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

function requestOf({ session, asset }: AssetTask<MadeMusic>): MusicRequest {
  if (session.brief === null) throw new Error('Music is made for a brief.');
  return {
    brief: session.brief,
    mood: asset.score.mood,
    seconds: asset.score.seconds,
    hitsAtSeconds: asset.score.hits_at_seconds,
    seed: asset.seed,
    model: session.options.music_model ?? null,
  };
}
