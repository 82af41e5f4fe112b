import type { Costs } from '@spotsmith/contract/costs';
import type { Session } from '@spotsmith/contract/sessions';
import type { Step } from '#src/journey/steps.ts';

/** `4/6`: what is ready of what there is; null where there is nothing to count. */
export function countOf(session: Session, step: Step): string | null {
  const assets = {
    images: session.images,
    clips: session.clips,
    ad: null,
    brief: null,
    finish: null,
    scenes: null,
  }[step];
  if (step === 'scenes') return session.scenes.length > 0 ? String(session.scenes.length) : null;
  if (assets === null || assets.length === 0) return null;
  const ready = assets.filter((asset) => asset.status === 'ready').length;
  return ready === assets.length ? String(ready) : `${ready}/${assets.length}`;
}

const STAGES: Record<Step, readonly string[]> = {
  brief: ['brief'],
  images: ['image'],
  scenes: ['scene_plan'],
  clips: ['clip'],
  finish: [],
  ad: ['music', 'composition'],
};

/** Dollars spent in a step so far. */
export function costOf(costs: Costs | undefined, step: Step): number {
  const stages = costs?.by_stage.filter(({ stage }) => STAGES[step].includes(stage)) ?? [];
  return stages.reduce((sum, { spent_usd: spent }) => sum + spent, 0);
}
