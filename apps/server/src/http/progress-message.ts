import type { ProgressMessage } from '@spotsmith/contract/progress';
import { microsToUsd } from '#src/domain/money.ts';
import type { Progress } from '#src/ports/progress.ts';

/** A progress row as it goes over the wire. */
export function progressMessage(progress: Progress): ProgressMessage {
  const { seq, stage, overall, message, metadata, error, retryAvailable, assetCount } = progress;
  return {
    seq,
    stage,
    progress: progress.progress,
    overall,
    message,
    current_cost: microsToUsd(progress.currentCostMicros),
    metadata,
    ...(error !== undefined && { error }),
    ...(retryAvailable !== undefined && { retry_available: retryAvailable }),
    ...(assetCount !== undefined && { asset_count: assetCount }),
  };
}
