import type { Asset } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { Transaction } from '../../ports/store.ts';
import { report } from '../flow/report.ts';
import { sendAssetJobs } from '../flow/send-jobs.ts';
import { generatedMusic } from './music-slot.ts';

/**
 * Makes a slot for each finished file that was asked for. Generated music comes first: its job sends the composing
 * jobs when it is done. Finished ads of earlier rounds are kept beside the new ones.
 */
export async function enterComposition(tx: Transaction, session: Session): Promise<void> {
  const assets = await tx.assets.ofSession(session.id);
  const waiting = waitingFinals(assets);
  const finals = waiting.length > 0 ? waiting : await newRound(tx, session, assets);
  await report(tx, session, { stage: 'composition', progress: 0, message: 'Composing the ad' });
  const music = session.finish?.music?.source === 'generated' ? generatedMusic(assets) : undefined;
  if (music?.status === 'queued') {
    await sendAssetJobs(tx, session, 'prepare-music', [music]);
    // Music is made by one core; the others begin with the picture.
    await tx.jobs.send('prepare-ad', { sessionId: session.id, stageRun: session.stageRun });
  } else if (music?.status !== 'running') await sendAssetJobs(tx, session, 'compose-ad', finals);
}

/** Finals of the current round that are not made yet. */
export function waitingFinals(assets: readonly Asset[]): Asset[] {
  return assets.filter(
    (asset) => asset.kind === 'final' && (asset.status === 'queued' || asset.status === 'running'),
  );
}

async function newRound(tx: Transaction, session: Session, assets: readonly Asset[]): Promise<Asset[]> {
  const rounds = assets.filter((asset) => asset.kind === 'final').map((final) => final.versionNumber);
  const aspectRatios = session.finish?.aspect_ratios ?? [session.options.aspect_ratio];
  return tx.assets.insert(
    aspectRatios.map((aspectRatio, position) => ({
      id: crypto.randomUUID(),
      sessionId: session.id,
      kind: 'final' as const,
      position,
      aspectRatio,
      seed: session.seed,
      versionNumber: Math.max(0, ...rounds) + 1,
    })),
  );
}
