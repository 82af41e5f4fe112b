import { Aborted } from '../../domain/faults.ts';
import type { Attempt, AttemptOutcome } from '../../domain/spending.ts';
import { MAKING } from '../../domain/stages.ts';
import { isForeseen } from '../../domain/trouble.ts';
import type { Transaction } from '../../ports/store.ts';
import type { AssetClaim, FailedWork, MadeCall, SessionClaim } from './job-work.ts';

/** Turns what is held for a call into what it cost. */
export async function closeMade(tx: Transaction, call: MadeCall): Promise<void> {
  const { attempt, actualMicros, durationMs, isGuess } = call;
  await tx.spending.close(attempt.id, { state: 'succeeded', actualMicros, durationMs, isGuess });
}

/**
 * Closes the call of work that failed as its money calls for. One that goes on, or may, stays open for the next try to
 * take up; when no further try comes by itself (`isLast`) it stays so only after a failure that was foreseen.
 */
export async function closeFailed(
  tx: Transaction,
  claim: AssetClaim | SessionClaim,
  { fault, spent, call }: FailedWork,
  { isLast }: { isLast: boolean },
): Promise<void> {
  const attempt = call?.attempt ?? (isLast ? await openAttemptOf(tx, claim) : null);
  if (attempt === null) return;
  const state = fault instanceof Aborted ? 'cancelled' : 'failed';
  const durationMs = call?.durationMs ?? 0;
  const close = (outcome: Pick<AttemptOutcome, 'state' | 'actualMicros'>) =>
    // What came to nothing may or may not be billed.
    tx.spending.close(attempt.id, { ...outcome, durationMs, isGuess: outcome.actualMicros > 0 });
  if (typeof spent === 'number') await close({ state, actualMicros: spent });
  else if (spent === 'held' || isLast) {
    if (attempt.estimateMicros === 0) await close({ state, actualMicros: 0 });
    else if (spent === 'held' || !isForeseen(fault)) await close({ state: 'unknown', actualMicros: 0 });
  }
}

async function openAttemptOf(tx: Transaction, claim: AssetClaim | SessionClaim): Promise<Attempt | null> {
  const { cost } = MAKING[claim.job];
  if (cost === null) return null;
  const latest = await tx.spending.latest(claim.session.id, cost, claim.asset?.id ?? null);
  return latest?.state === 'open' ? latest : null;
}
