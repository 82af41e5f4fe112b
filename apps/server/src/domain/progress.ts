import { STAGES, type WorkStage } from './stages.ts';

/** Percent within a stage → percent of the whole ad, both 0–100, one decimal. */
export function overallPercent(stage: WorkStage, progress: number): number {
  const [from, to] = STAGES[stage].percent;
  return Math.round((from + ((to - from) * clampPercent(progress)) / 100) * 10) / 10;
}

/** The inverse: how far the stage is when the whole ad is at `overall` percent. */
export function stagePercent(stage: WorkStage, overall: number): number {
  const [from, to] = STAGES[stage].percent;
  return Math.round(clampPercent((100 * (overall - from)) / (to - from)));
}

export function clampPercent(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** `done` of `total` as whole percent. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.round((100 * done) / total);
}

/**
 * How far all clips are when one of those under way is at `fraction` (0–1): the others that run are taken to be about as
 * far, and the waiting ones to take as long. `secondsLeft` is null until there is something to reckon from.
 */
export function clipProgress(work: {
  total: number;
  done: number;
  running: number;
  fraction: number;
  elapsedSeconds: number;
}): { percent: number; secondsLeft: number | null } {
  const { total, done, fraction, elapsedSeconds } = work;
  const running = Math.max(1, work.running);
  const waiting = Math.max(0, total - done - running);
  const percent = clampPercent(Math.round((100 * (done + running * fraction)) / Math.max(1, total)));
  const clipSeconds = fraction > 0 ? elapsedSeconds / fraction : null;
  const rounds = 1 - fraction + waiting / running;
  return { percent, secondsLeft: clipSeconds === null ? null : Math.ceil(clipSeconds * rounds) };
}

const LATE_FRACTION = 0.95;

/**
 * How far one work is, 0–1, and how long it still takes: by the clock where it is known how long the same took before, else
 * by `fraction`, its steps so far. Who takes longer than usual is nearly done, nobody knows how nearly.
 */
export function howFar({
  fraction,
  elapsedMs,
  usualMs,
}: {
  fraction: number | null;
  elapsedMs: number;
  usualMs: number | null;
}): { fraction: number | null; secondsLeft: number | null } {
  if (usualMs === null) return { fraction, secondsLeft: null };
  const byClock = Math.min(LATE_FRACTION, elapsedMs / Math.max(1, usualMs));
  const leftMs = usualMs - elapsedMs;
  return { fraction: byClock, secondsLeft: leftMs > 0 ? Math.ceil(leftMs / 1000) : null };
}
