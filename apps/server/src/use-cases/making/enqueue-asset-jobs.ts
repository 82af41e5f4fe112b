import type { Asset } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';
import type { AssetJob } from '../../domain/stages.ts';
import type { Transaction } from '../../ports/store.ts';

/**
 * Sends a job for every queued asset and binds it to this run, so that a job of an earlier run finds nothing to do.
 * Running ones are left alone: their job goes on, or is delivered again when its worker died.
 */
export async function enqueueAssetJobs(
  tx: Transaction,
  session: Session,
  name: AssetJob,
  assets: readonly Asset[],
): Promise<void> {
  for (const asset of assets) {
    if (asset.status !== 'queued') continue;
    await tx.assets.update(asset, { stageRun: session.stageRun, trouble: null });
    await tx.jobs.send(name, { sessionId: session.id, assetId: asset.id, stageRun: session.stageRun });
  }
}
