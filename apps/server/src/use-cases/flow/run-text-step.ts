import type { SessionStatus } from '@spotsmith/contract/words';
import { Aborted, BudgetExceeded, CrashesWorker } from '../../domain/faults.ts';
import type { JobPayload } from '../../domain/jobs.ts';
import { retryDelayAfter } from '../../domain/retry-policy.ts';
import type { Session } from '../../domain/session.ts';
import type { CostStage } from '../../domain/spending.ts';
import { belongsInLog, troubleOf } from '../../domain/trouble.ts';
import type { JobRun } from '../../ports/job-queue.ts';
import type { Made } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import { advance } from './advance.ts';
import { type WorkStage, reportTrouble } from './report.ts';
import { type AttemptDeps, type Call, isDraining, runAttempt } from './run-attempt.ts';
import { type StopReason, watchForCancel } from './watch-for-cancel.ts';

export type TextStepDeps = AttemptDeps & Pick<Ports, 'withTempDir' | 'log'>;

type TextStep<Result extends Made> = {
  job: 'parse-prompt' | 'plan-scenes';
  during: SessionStatus;
  progressStage: WorkStage;
  costStage: CostStage;
  prepare(session: Session): Promise<Omit<Call<Result>, 'stage' | 'assetId'>>;
  /** Keeps the result and moves on; the session is locked. */
  keep(tx: Transaction, session: Session, result: Result): Promise<void>;
};

/** Runs a step that writes words, not files: one call for the session, kept and settled in one transaction. */
export async function runTextStep<Result extends Made>(
  deps: TextStepDeps,
  payload: JobPayload<'parse-prompt'>,
  run: JobRun,
  step: TextStep<Result>,
): Promise<void> {
  const session = await deps.store.read.sessions.find(payload.sessionId);
  if (session === null || !isItsTurn(session, payload, step)) return;
  const whyStop = async (): Promise<StopReason | null> => {
    const now = await deps.store.read.sessions.find(payload.sessionId);
    return now !== null && isItsTurn(now, payload, step) ? null : 'cancelled';
  };
  await watchForCancel(deps.store.read, run.signal, whyStop, async (signal) => {
    try {
      if (run.isHopeless) throw new CrashesWorker();
      const call = { ...(await step.prepare(session)), stage: step.costStage, assetId: null };
      const { attempt, result, durationMs } = await deps.withTempDir((outDir) =>
        runAttempt(deps, session, call, {
          outDir,
          signal,
          previousTrouble: null,
          onProgress: () => undefined,
        }),
      );
      deps.failpoint('after-make');
      await deps.store.write(async (tx) => {
        const now = await tx.sessions.lock(session.id);
        if (now === null) return;
        await tx.spending.close(attempt.id, {
          state: 'succeeded',
          actualMicros: result.actualMicros,
          durationMs,
        });
        deps.failpoint('before-settle');
        if (isItsTurn(now, payload, step)) await step.keep(tx, now, result);
      });
      deps.failpoint('after-settle');
    } catch (error) {
      await giveUpStep(deps, { payload, run, step, signal, error });
    }
  });
}

function isItsTurn<Result extends Made>(
  session: Session,
  payload: JobPayload<'parse-prompt'>,
  step: TextStep<Result>,
): boolean {
  return (
    session.deletedAt === null && session.status === step.during && session.stageRun === payload.stageRun
  );
}

async function giveUpStep<Result extends Made>(
  deps: TextStepDeps,
  failure: {
    payload: JobPayload<'parse-prompt'>;
    run: JobRun;
    step: TextStep<Result>;
    signal: AbortSignal;
    error: unknown;
  },
): Promise<void> {
  const { payload, run, step, signal, error } = failure;
  if (isDraining(signal)) throw error;
  if (error instanceof Aborted || signal.aborted) return;
  if (belongsInLog(error)) deps.log.error({ sessionId: payload.sessionId, err: error }, 'a text step failed');
  const delayMs = retryDelayAfter(error, run.triedTimes, Math.random());
  await deps.store.write(async (tx) => {
    const session = await tx.sessions.lock(payload.sessionId);
    if (session === null || !isItsTurn(session, payload, step)) return;
    if (delayMs !== null) {
      await tx.jobs.send(step.job, payload, { startAfterMs: delayMs, triedTimes: run.triedTimes + 1 });
      return;
    }
    const trouble = troubleOf(error);
    const event = error instanceof BudgetExceeded ? 'run_out_of_budget' : 'fail';
    const stopped = await advance(tx, session, event, { trouble });
    await reportTrouble(tx, stopped, { stage: step.progressStage, trouble });
  });
}
