import { type Clip, currentOf, isSettled } from '../../domain/asset.ts';
import { clipProgress } from '../../domain/progress.ts';
import type { AssetTask, MakingDeps } from '../making/job-work.ts';
import { throttledReporter } from '../making/throttled-reporter.ts';

/** Tells how far a clip is, 0–1, and by that how far all of them are, for the bar and for the clip's own card. */
export function clipReporter(
  deps: MakingDeps,
  { session: { id }, asset: clip }: AssetTask<Clip>,
  model: string,
): (fraction: number) => void {
  const tell = throttledReporter(deps, id);
  const startedMs = performance.now();
  return (fraction) =>
    tell(async (tx) => {
      const clips = currentOf(await tx.assets.ofSession(id), 'clip');
      const { percent, secondsLeft } = clipProgress({
        total: clips.length,
        done: clips.filter(isSettled).length,
        running: clips.filter(({ status }) => status === 'running').length,
        fraction,
        elapsedSeconds: (performance.now() - startedMs) / 1000,
      });
      return {
        stage: 'clip_generation',
        progress: percent,
        message: `Clip ${clip.position + 1} is ${Math.round(fraction * 100)}% done`,
        metadata: {
          asset_id: clip.id,
          fraction,
          current_clip: clip.position + 1,
          total_clips: clips.length,
          model,
          eta_seconds: secondsLeft,
        },
      };
    });
}
