import { CrashesWorker } from '../../domain/faults.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import { belongsInLog, troubleOf } from '../../domain/trouble.ts';
import type { Ports } from '../../ports/ports.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import { storeFile } from '../flow/store-file.ts';

/**
 * Cuts the product out of an uploaded photo and keeps the cut-out, the mask and how sure it is.
 * A photo that cannot be cut out is still a good photo: the studio lays it on a card.
 */
export async function preparePhoto(
  deps: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir' | 'log'>,
  payload: JobPayload<'prepare-photo'>,
  run: JobRun,
): Promise<void> {
  const taken = await deps.store.write(async (tx) => {
    const asset = await tx.assets.find(payload.assetId);
    if (asset?.fileId == null) return null;
    const fence = await tx.assets.claim(asset.id, asset.stageRun);
    const file = await tx.files.find(asset.fileId);
    return fence === null || file === null ? null : { asset, fence, file };
  });
  if (taken === null) return;
  const { asset, fence, file } = taken;
  await deps.withTempDir(async (dir) => {
    const path = await deps.files.materialise(file.key, dir);
    try {
      if (run.isHopeless) throw new CrashesWorker();
      const cut = await deps.uploads.cutOut(path, dir, run.signal);
      const stored = await Promise.all(
        Object.entries(cut.files).map(async ([role, localPath]) => ({
          role,
          file: await storeFile(deps.files, payload.sessionId, 'photos', localPath, 'image/png'),
        })),
      );
      await deps.store.write(async (tx) => {
        const session = await tx.sessions.lock(payload.sessionId);
        if (session === null) return;
        for (const { file: row } of stored) await tx.files.insert(row);
        await tx.assets.updateFenced(asset.id, fence, {
          status: 'ready',
          recipe: cut.recipe,
          extraFileIds: Object.fromEntries(stored.map(({ role, file: { id } }) => [role, id])),
          warnings: [...asset.warnings, ...cut.warnings],
        });
        await tx.sessions.update(session.id, {});
      });
    } catch (error) {
      if (run.signal.aborted) throw error;
      if (belongsInLog(error)) deps.log.error({ assetId: asset.id, err: error }, 'cutting out failed');
      await deps.store.write((tx) =>
        tx.assets.updateFenced(asset.id, fence, {
          status: 'ready',
          warnings: [...asset.warnings, `The product could not be cut out: ${troubleOf(error).message}`],
        }),
      );
    }
  });
}
