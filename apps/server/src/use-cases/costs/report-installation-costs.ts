import type { InstallationCosts } from '@spotsmith/contract/costs';
import { microsToUsd } from '../../domain/money.ts';
import type { Ports } from '../../ports/ports.ts';

/** What all ads together cost, by model, and how their jobs went. */
export async function reportInstallationCosts({ store }: Pick<Ports, 'store'>): Promise<InstallationCosts> {
  const [models, jobRuns] = [await store.read.spending.byModel(), await store.read.jobRuns.byJob()];
  return {
    models: models.map((row) => ({
      stage: row.stage,
      provider: row.provider,
      model: row.model,
      calls: row.calls,
      failed_calls: row.failedCalls,
      estimate_usd: microsToUsd(row.estimateMicros),
      actual_usd: microsToUsd(row.actualMicros),
      guessed_usd: microsToUsd(row.guessedMicros),
    })),
    job_runs: jobRuns.map((row) => ({
      job: row.job,
      runs: row.runs,
      thrown: row.thrown,
      median_waited_ms: Math.round(row.medianWaitedMs),
      median_took_ms: Math.round(row.medianTookMs),
      p95_took_ms: Math.round(row.p95TookMs),
      cpu_ms: row.cpuMs,
      peak_bytes: row.peakBytes,
    })),
  };
}
