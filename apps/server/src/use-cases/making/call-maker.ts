import { BudgetExceeded } from '../../domain/faults.ts';
import { formatUsd } from '../../domain/money.ts';
import { dailyCapOf, NO_PREFERENCES } from '../../domain/preferences.ts';

import { type Attempt, type Failed, isFailed, type Spent } from '../../domain/spending.ts';
import { MAKING } from '../../domain/stages.ts';
import type { Made, MakeContext, Quote, Sight, Wait } from '../../ports/makers.ts';
import { isHandedOver } from './watch-for-cancel.ts';
import type { AssetTask, FailedWork, MadeCall, MakingDeps, SessionTask } from './job-work.ts';
import { reportTrouble } from './report.ts';

/** One call to a maker, before it is made. */
type Order<Result extends Made> = {
  quote: Quote;
  /** Everything that shapes the result; hashed into the attempt. */
  input: unknown;
  make(context: MakeContext): Promise<Result | Failed>;
  /** 0–1. */
  onProgress?(fraction: number): void;
  onSight?(sight: Sight): void;
};

/**
 * Makes one call, paid or free, so that it is never made twice: the intent and its money are committed first, then the
 * maker works; after a crash the same attempt is taken up again instead of a new one. The attempt is left open: the
 * engine closes it in the transaction that keeps the result, or handles the failure.
 * Throws BudgetExceeded before anything is spent.
 */
export async function callMaker<Result extends Made>(
  deps: MakingDeps,
  task: AssetTask | SessionTask,
  { quote, input, make, onProgress, onSight }: Order<Result>,
): Promise<{ call: MadeCall; made: Result } | FailedWork> {
  const { attempt, isResumed, ageMs } = await openAttempt(deps, task, quote, input);
  const openedMs = performance.now() - ageMs;
  deps.failpoint('after-intent');
  const startedMs = performance.now();
  const context: MakeContext = {
    attempt: {
      id: attempt.id,
      startedAt: attempt.createdAt,
      get ageMs() {
        return performance.now() - openedMs;
      },
      externalId: attempt.externalId,
      isResumed,
    },
    outDir: task.dir,
    signal: task.signal,
    previousTrouble: task.asset?.trouble?.code ?? null,
    async takenIds(externalIds) {
      const owners = await deps.store.read.spending.ownersOf(attempt.provider, externalIds);
      return new Set(
        owners.filter((owner) => owner.attemptId !== attempt.id).map((owner) => owner.externalId),
      );
    },
    onExternalId: (externalId) => deps.store.write((tx) => tx.spending.setExternalId(attempt.id, externalId)),
    onProgress(fraction, wait) {
      onProgress?.(fraction);
      if (wait !== undefined) void reportWait(deps, task, wait);
    },
    onSight: (sight) => onSight?.(sight),
  };
  const made = await make(context).catch((fault: unknown): Failed => ({
    fault,
    spent: spentByThrower(attempt, task.signal),
  }));
  const call = { attempt, durationMs: Math.round(performance.now() - startedMs) };
  if (isFailed(made)) return { ...made, call };
  deps.failpoint('after-make');
  return {
    made,
    call: {
      ...call,
      durationMs: made.runMs ?? call.durationMs,
      actualMicros: made.actualMicros,
      isGuess: made.isGuess ?? false,
    },
  };
}

/** Free work that throws is over and cost nothing; of paid work nobody knows, so the next try looks after it. */
function spentByThrower({ estimateMicros }: Attempt, signal: AbortSignal): Spent {
  return estimateMicros > 0 || isHandedOver(signal) ? 'running' : 0;
}

async function openAttempt(
  { store, tokens, limits }: MakingDeps,
  { job, session, asset }: AssetTask | SessionTask,
  quote: Quote,
  input: unknown,
): Promise<{ attempt: Attempt; isResumed: boolean; ageMs: number }> {
  const stage = MAKING[job].cost;
  if (stage === null) throw new Error(`${job} has no place in the ledger.`);
  const assetId = asset?.id ?? null;
  return store.write(async (tx) => {
    const latest = await tx.spending.latest(session.id, stage, assetId);
    if (latest?.state === 'open') {
      const ageMs = (await tx.now()).getTime() - latest.createdAt.getTime();
      return { attempt: latest, isResumed: true, ageMs };
    }
    const maker = await tx.accounts.findUser(session.userId);
    const opened = await tx.spending.open(
      {
        id: crypto.randomUUID(),
        sessionId: session.id,
        userId: session.userId,
        assetId,
        stage,
        provider: quote.provider,
        model: quote.model,
        inputHash: tokens.digest(JSON.stringify(input)),
        estimateMicros: quote.maxMicros,
        units: quote.units,
        unitName: quote.unitName,
      },
      dailyCapOf(maker?.preferences ?? NO_PREFERENCES, limits),
    );
    if (opened.refusedBy !== null) throw capReached(opened.refusedBy, quote, opened.leftMicros);
    return { attempt: opened.attempt, isResumed: false, ageMs: 0 };
  });
}

function capReached(refusedBy: 'session' | 'day', { maxMicros }: Quote, leftMicros: number): BudgetExceeded {
  const need = `The next step may cost ${formatUsd(maxMicros)}, but only ${formatUsd(leftMicros)} is left`;
  return refusedBy === 'session'
    ? new BudgetExceeded('session_cap_reached', `${need} under this ad's cap. Raise the cap to continue.`)
    : new BudgetExceeded(
        'daily_cap_reached',
        `${need} of today's spending limit. Continue tomorrow, or raise the limit in the settings.`,
      );
}

/** Says why nothing seems to happen, e.g. that a busy provider lets us wait. Said once, not again by every waiting asset. */
async function reportWait(
  { store, log }: MakingDeps,
  { job, session: { id }, asset }: AssetTask | SessionTask,
  wait: Wait,
): Promise<void> {
  const { stage } = MAKING[job];
  if (stage === null) return;
  try {
    await store.write(async (tx) => {
      const session = await tx.sessions.lock(id);
      if (session === null || session.lastMessage === wait.message) return;
      await reportTrouble(tx, session, {
        stage,
        trouble: { code: 'rate_limited', message: wait.message, can_retry: true },
        metadata: { asset_id: asset?.id ?? null, retry_in_seconds: wait.seconds, is_long: wait.isLong },
      });
    });
  } catch (error) {
    log.warn({ sessionId: id, err: error }, 'a wait could not be reported');
  }
}
