import type { Costs } from '@spotsmith/contract/costs';
import { microsToUsd } from '../../domain/money.ts';
import type { CostEntry } from '../../domain/spending.ts';
import type { Ports } from '../../ports/ports.ts';
import { type SessionRef, findOwned } from '../flow/owned-session.ts';

/** Every provider call of an ad, and what each stage cost. */
export async function reportCosts({ store }: Pick<Ports, 'store'>, ref: SessionRef): Promise<Costs> {
  const session = await findOwned(store.read, ref);
  const entries = await store.read.spending.ofSession(session.id);
  const stages = Map.groupBy(entries, (entry) => entry.stage);
  return {
    spent_usd: microsToUsd(session.spentMicros),
    held_usd: microsToUsd(session.heldMicros),
    cap_usd: microsToUsd(session.capMicros),
    by_stage: [...stages].map(([stage, ofStage]) => ({
      stage,
      calls: ofStage.length,
      spent_usd: microsToUsd(ofStage.reduce((sum, entry) => sum + (entry.actualMicros ?? 0), 0)),
    })),
    entries: entries.map(presentEntry),
  };
}

function presentEntry(entry: CostEntry): Costs['entries'][number] {
  return {
    id: entry.id,
    asset_id: entry.assetId,
    stage: entry.stage,
    provider: entry.provider,
    model: entry.model,
    units: entry.units,
    unit_name: entry.unitName,
    estimate_usd: microsToUsd(entry.estimateMicros),
    actual_usd: entry.actualMicros === null ? null : microsToUsd(entry.actualMicros),
    duration_ms: entry.durationMs,
    outcome: entry.outcome === 'open' ? 'running' : entry.outcome,
    created_at: entry.createdAt.toISOString(),
  };
}
