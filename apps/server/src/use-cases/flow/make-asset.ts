import type { SessionStatus } from '@spotsmith/contract/words';
import { Aborted, CrashesWorker } from '../../domain/faults.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Wait } from '../../ports/makers.ts';
import type { Reader } from '../../ports/store.ts';
import type { AssetPayload, AssetWork, MakeDeps, Taken } from './asset-work.ts';
import { giveUp } from './give-up.ts';
import { reportTrouble } from './report.ts';
import { type CallContext, runAttempt } from './run-attempt.ts';
import { storeFile } from './store-file.ts';
import { type StopReason, watchForCancel } from './watch-for-cancel.ts';

/**
 * Makes the file of one asset: takes it in hand, makes the call, stores the file and settles money, asset and stage in
 * one transaction. May run any number of times for the same asset, and be killed between any two lines: the file is
 * made once for all who look.
 */
export async function makeAsset(
  deps: MakeDeps,
  payload: AssetPayload,
  run: JobRun,
  work: AssetWork,
): Promise<void> {
  const taken = await takeInHand(deps, payload, work.during);
  if (taken === null) return;
  const whyStop = (read: Reader) => reasonToStop(read, taken);
  await watchForCancel(deps.store.read, run.signal, whyStop, async (signal) => {
    try {
      if (run.isHopeless) throw new CrashesWorker();
      await deps.withTempDir((dir) => makeAndKeep(deps, taken, work, dir, signal));
    } catch (error) {
      await giveUp(deps, { taken, payload, run, work, signal, error });
    }
  });
}

async function takeInHand(
  { store }: MakeDeps,
  payload: AssetPayload,
  during: SessionStatus,
): Promise<Taken | null> {
  return store.write(async (tx) => {
    const session = await tx.sessions.lock(payload.sessionId);
    const asset = await tx.assets.find(payload.assetId);
    if (session === null || asset === null || session.deletedAt !== null) return null;
    // Work that was under way when the ad was paused goes on after a crash: its money is reserved already.
    const goesOn = session.status === 'paused_for_budget' && asset.status === 'running';
    if (session.status !== during && !goesOn) {
      if (asset.status === 'running') await tx.assets.update(asset.id, { status: 'queued' });
      return null;
    }
    const fence = await tx.assets.claim(asset.id, payload.stageRun);
    return fence === null ? null : { session, asset, fence };
  });
}

async function reasonToStop(read: Reader, { session, asset, fence }: Taken): Promise<StopReason | null> {
  const [nowSession, nowAsset] = [await read.sessions.find(session.id), await read.assets.find(asset.id)];
  if (nowSession === null || nowSession.deletedAt !== null || nowSession.status === 'cancelled') {
    return 'cancelled';
  }
  if (nowAsset === null || nowAsset.isSuperseded) return 'cancelled';
  return nowAsset.fence === fence ? null : 'taken_over';
}

async function makeAndKeep(
  deps: MakeDeps,
  taken: Taken,
  work: AssetWork,
  dir: string,
  signal: AbortSignal,
): Promise<void> {
  const call = {
    ...(await work.prepare(taken, dir, signal)),
    stage: work.costStage,
    assetId: taken.asset.id,
  };
  const context: CallContext = {
    outDir: dir,
    signal,
    previousTrouble: taken.asset.trouble?.code ?? null,
    onProgress(fraction, wait) {
      work.onProgress?.(taken, fraction);
      if (wait !== undefined) void tellWait(deps, taken, work, wait);
    },
  };
  const { attempt, result, durationMs } = await runAttempt(deps, taken.session, call, context);
  deps.failpoint('after-make');
  const { id: sessionId } = taken.session;
  const file = await storeFile(deps.files, sessionId, work.folder, result.path, result.mimeType);
  const thumbnail =
    result.thumbnailPath === null
      ? null
      : await storeFile(deps.files, sessionId, work.folder, result.thumbnailPath, 'image/webp');
  deps.failpoint('after-store-file');
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(sessionId);
    await tx.files.insert(file);
    if (thumbnail !== null) await tx.files.insert(thumbnail);
    const asset = await tx.assets.updateFenced(taken.asset.id, taken.fence, {
      status: 'ready',
      fileId: file.id,
      posterFileId: thumbnail?.id ?? null,
      provider: result.provider,
      model: result.model,
      width: result.width,
      height: result.height,
      seconds: result.seconds,
      warnings: result.warnings,
      priceMicros: result.actualMicros,
      verdict: result.verdict ?? null,
      trouble: null,
      trimInSeconds: result.shownSeconds ? 0 : null,
      trimOutSeconds: result.shownSeconds ?? null,
      ...(result.recipe === null ? {} : { recipe: result.recipe }),
    });
    // Rolls the file rows back: the worker that took over keeps its own.
    if (session === null || asset === null) throw new Aborted('taken_over', 'Another worker took over.');
    await tx.spending.close(attempt.id, {
      state: 'succeeded',
      actualMicros: result.actualMicros,
      durationMs,
    });
    deps.failpoint('before-settle');
    await work.afterwards(tx, session, asset);
    deps.failpoint('before-commit-state');
  });
  deps.failpoint('after-settle');
}

/** Says why nothing seems to happen, e.g. that a busy provider lets us wait. Said once, not again by every waiting asset. */
async function tellWait(
  { store, log }: MakeDeps,
  taken: Taken,
  work: AssetWork,
  { message, seconds, isLong }: Wait,
): Promise<void> {
  try {
    await store.write(async (tx) => {
      const session = await tx.sessions.lock(taken.session.id);
      if (session === null || session.lastMessage === message) return;
      await reportTrouble(tx, session, {
        stage: work.progressStage,
        trouble: { code: 'rate_limited', message, can_retry: true },
        metadata: { asset_id: taken.asset.id, retry_in_seconds: seconds, is_long: isLong },
      });
    });
  } catch (error) {
    log.warn({ sessionId: taken.session.id, err: error }, 'a wait could not be reported');
  }
}
