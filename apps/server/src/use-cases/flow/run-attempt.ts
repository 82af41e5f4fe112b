import {
  Aborted,
  BudgetExceeded,
  InvalidInput,
  OutcomeUnknown,
  Permanent,
  Transient,
} from '../../domain/faults.ts';
import { formatUsd } from '../../domain/money.ts';
import { dailyCapOf, NO_PREFERENCES } from '../../domain/preferences.ts';
import type { Session } from '../../domain/session.ts';
import type { Attempt, AttemptOutcome, CostStage } from '../../domain/spending.ts';
import type { Made, MakeContext, Quote } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';

export type AttemptDeps = Pick<Ports, 'store' | 'tokens' | 'limits' | 'failpoint'>;

export type Call<Result extends Made> = {
  stage: CostStage;
  assetId: string | null;
  quote: Quote;
  /** Everything that shapes the result; hashed into the attempt. */
  input: unknown;
  make(context: MakeContext): Promise<Result>;
};

export type CallContext = Pick<MakeContext, 'outDir' | 'signal' | 'previousTrouble' | 'onProgress'>;

/**
 * Makes one call, paid or free, so that it is never made twice: the intent and its money are committed first, then the
 * maker works; after a crash the same attempt is taken up again instead of a new one. On success the attempt is left
 * open: the caller closes it in the transaction that keeps the result. Throws BudgetExceeded before anything is spent,
 * otherwise what the maker throws, after closing the attempt as that calls for.
 */
export async function runAttempt<Result extends Made>(
  deps: AttemptDeps,
  session: Session,
  call: Call<Result>,
  context: CallContext,
): Promise<{ attempt: Attempt; result: Result; durationMs: number }> {
  const { attempt, isResumed, ageMs } = await openAttempt(deps, session, call);
  deps.failpoint('after-intent');
  const startedMs = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedMs);
  try {
    const result = await call.make({
      ...context,
      attempt: {
        id: attempt.id,
        startedAt: attempt.createdAt,
        ageMs,
        externalId: attempt.externalId,
        isResumed,
      },
      onExternalId: (externalId) =>
        deps.store.write((tx) => tx.spending.setExternalId(attempt.id, externalId)),
    });
    return { attempt, result, durationMs: elapsedMs() };
  } catch (error) {
    const outcome = outcomeOf(error, attempt, context.signal, elapsedMs());
    if (outcome !== null) await deps.store.write((tx) => tx.spending.close(attempt.id, outcome));
    throw error;
  }
}

async function openAttempt<Result extends Made>(
  { store, tokens, limits }: AttemptDeps,
  session: Session,
  { stage, assetId, quote, input }: Call<Result>,
): Promise<{ attempt: Attempt; isResumed: boolean; ageMs: number }> {
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
    if (opened.refusedBy !== null) {
      throw new BudgetExceeded(
        opened.refusedBy === 'session' ? 'session_cap_reached' : 'daily_cap_reached',
        opened.refusedBy === 'session'
          ? `The next step may cost ${formatUsd(quote.maxMicros)}, but only ${formatUsd(opened.leftMicros)} is left under this ad's cap. Raise the cap to continue.`
          : `The next step may cost ${formatUsd(quote.maxMicros)}, but only ${formatUsd(opened.leftMicros)} is left of today's spending limit. Continue tomorrow, or raise the limit in the settings.`,
      );
    }
    return { attempt: opened.attempt, isResumed: false, ageMs: 0 };
  });
}

/**
 * What a failure says about the call. Null leaves the attempt open for the next run to take up: the process is
 * stopping, the call is or may be alive at the provider, or something unforeseen happened after which nobody knows.
 */
function outcomeOf(
  error: unknown,
  { estimateMicros }: Attempt,
  signal: AbortSignal,
  durationMs: number,
): AttemptOutcome | null {
  if (isDraining(signal)) return null;
  if (error instanceof OutcomeUnknown) return { state: 'unknown', actualMicros: 0, durationMs };
  if (error instanceof Transient && error.isCallAlive) return null;
  if (error instanceof Permanent || error instanceof Transient) {
    return { state: 'failed', actualMicros: error.spentMicros, durationMs };
  }
  if (error instanceof InvalidInput) return { state: 'failed', actualMicros: 0, durationMs };
  if (error instanceof Aborted && error.code === 'taken_over') return null;
  if (error instanceof Aborted || signal.aborted) {
    // Only the maker knows whether a paid call is under way; without its word the money stays held, as for a crash.
    const told = error instanceof Aborted ? error.spentMicros : null;
    const actualMicros = told ?? (estimateMicros === 0 ? 0 : null);
    return actualMicros === null ? null : { state: 'cancelled', actualMicros, durationMs };
  }
  return null;
}

/** Whether work was stopped because this process is going down, to be taken up again by the next one. */
export function isDraining(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof Aborted && signal.reason.code === 'draining';
}
