import type { Stage } from '@spotsmith/contract/words';

/** The part of the whole ad that each stage covers, in percent. */
const RANGES: Record<Exclude<Stage, 'complete'>, readonly [from: number, to: number]> = {
  prompt_parsing: [0, 10],
  image_generation: [10, 50],
  scene_planning: [50, 55],
  clip_generation: [55, 90],
  composition: [90, 100],
};

/** Percent within a stage → percent of the whole ad, both 0–100, one decimal. */
export function overallPercent(stage: Exclude<Stage, 'complete'>, progress: number): number {
  const [from, to] = RANGES[stage];
  return Math.round((from + ((to - from) * clampPercent(progress)) / 100) * 10) / 10;
}

/** The inverse: how far the stage is when the whole ad is at `overall` percent. */
export function stagePercent(stage: Exclude<Stage, 'complete'>, overall: number): number {
  const [from, to] = RANGES[stage];
  return Math.round(clampPercent((100 * (overall - from)) / (to - from)));
}

export function clampPercent(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** `done` of `total` as whole percent. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.round((100 * done) / total);
}
