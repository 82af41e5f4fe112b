import { type Asset, type Film, madeMusic } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { report } from '../making/report.ts';
import { enqueueAssetJobs } from '../making/enqueue-asset-jobs.ts';

/**
 * Makes a slot for each finished file that was asked for. Generated music comes first: its job sends the composing
 * jobs when it is done. Finished ads of earlier rounds are kept beside the new ones.
 */
export async function enterComposition(tx: Transaction, session: Session): Promise<void> {
  const assets = await tx.assets.ofSession(session.id);
  const waiting = waitingFinals(assets);
  const finals = waiting.length > 0 ? waiting : await newRound(tx, session, assets);
  await report(tx, session, { stage: 'composition', progress: 0, message: 'Composing the ad' });
  const music = session.finish?.music?.source === 'generated' ? madeMusic(assets) : undefined;
  if (music?.status === 'queued') {
    await enqueueAssetJobs(tx, session, 'prepare-music', [music]);
    // Music is made by one core; the others begin with the picture.
    await tx.jobs.send('prerender', { sessionId: session.id, stageRun: session.stageRun });
  } else if (music?.status !== 'running') await enqueueAssetJobs(tx, session, 'compose-ad', finals);
}

/** Finals of the current round that are not made yet. */
export function waitingFinals(assets: readonly Asset[]): Film[] {
  return assets
    .filter((asset) => asset.kind === 'final')
    .filter(({ status }) => status === 'queued' || status === 'running');
}

async function newRound(tx: Transaction, session: Session, assets: readonly Asset[]): Promise<Film[]> {
  const rounds = assets.filter((asset) => asset.kind === 'final').map((final) => final.versionNumber);
  const aspectRatios = session.finish?.aspect_ratios ?? [session.options.aspect_ratio];
  return tx.assets.insert<Film>(
    aspectRatios.map((aspectRatio, position) => ({
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'final',
      origin: 'made',
      position,
      aspectRatio,
      seed: session.seed,
      versionNumber: Math.max(0, ...rounds) + 1,
    })),
  );
}
