import type { Sight as TellableSight } from '@spotsmith/contract/progress';
import { type Clip, currentOf, isSettled, type Still } from '../../domain/asset.ts';
import { howFar } from '../../domain/progress.ts';
import { MAKING, REVIEWED } from '../../domain/stages.ts';
import type { Quote, Sight } from '../../ports/makers.ts';
import type { AssetTask, MakingDeps } from './job-work.ts';
import { throttledReporter } from './throttled-reporter.ts';

/**
 * Tells what is seen of one image or clip on a graphics card: its place in the queue, what the card is at and how long that
 * takes by earlier runs, in the ad's messages; and what it looks like, which is kept nowhere, to who watches now.
 */
export function sightReporter(
  deps: Pick<MakingDeps, 'store' | 'feed' | 'log'>,
  { session: { id: sessionId }, asset }: AssetTask<Still | Clip>,
  { provider, model }: Pick<Quote, 'provider' | 'model'>,
): (sight: Sight) => void {
  const tell = throttledReporter(deps, sessionId);
  let startedMs: number | null = null;
  let usualMs: number | null | undefined;
  let told = '';

  return ({ ahead, step, fraction, preview }) => {
    if (preview !== null) {
      deps.feed
        .showPreview(sessionId, { assetId: asset.id, picture: preview })
        .catch((error: unknown) => deps.log.warn({ sessionId, err: error }, 'preview not shown'));
    }
    if (ahead === 0) startedMs ??= performance.now();
    const seen = JSON.stringify([ahead, step]);
    if (seen === told) return;
    tell(async (tx) => {
      told = seen;
      usualMs ??= await tx.spending.usualDurationMs(provider, model);
      const all = currentOf(await tx.assets.ofSession(sessionId), asset.kind);
      const elapsedMs = startedMs === null ? 0 : performance.now() - startedMs;
      const far = howFar({ fraction, elapsedMs, usualMs });
      const sight: TellableSight = {
        ahead,
        step,
        ...(ahead === 0
          ? { fraction: far.fraction, seconds_left: far.secondsLeft }
          : { fraction: null, seconds_left: null }),
      };
      // A card makes one at a time.
      const done = all.filter(isSettled).length + (sight.fraction ?? 0);
      return {
        stage: MAKING[REVIEWED[asset.kind].job].stage,
        progress: Math.floor((100 * done) / Math.max(1, all.length)),
        message: inWords(asset, sight),
        metadata: { asset_id: asset.id, model, sight },
      };
    });
  };
}

function inWords({ kind, position }: Still | Clip, { ahead, step, seconds_left }: TellableSight): string {
  const name = `${kind === 'image' ? 'Image' : 'Clip'} ${position + 1}`;
  if (ahead > 0) return `${name} waits for the graphics card, ${ahead} before it`;
  const what = step === null ? 'being made' : stepInWords(step);
  return `${name}: ${what}${seconds_left === null ? '' : `, about ${seconds_left} s left`}`;
}

function stepInWords({ name, done, of }: NonNullable<TellableSight['step']>): string {
  return of > 1 ? `${name} ${done} of ${of}` : name;
}
