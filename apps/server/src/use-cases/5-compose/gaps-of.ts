import type { Verdict } from '@spotsmith/contract/assets';
import type { SessionOptions } from '@spotsmith/contract/sessions';
import type { Provider } from '@spotsmith/contract/words';
import { type Asset, type Clip, currentOf, type Music } from '../../domain/asset.ts';
import type { Session } from '../../domain/session.ts';

/** What was asked for and is not in the ad, or stands in for something else. Nothing is left out silently. */
export function gapsOf(
  session: Session,
  assets: readonly Asset[],
  music: Music | undefined,
): Verdict['reasons'] {
  const gaps: Verdict['reasons'] = [];
  if (session.finish?.music?.source === 'generated' && music?.status !== 'ready') {
    gaps.push({ code: 'music_missing', message: 'The music could not be made; the ad has none.' });
  }
  if (session.finish?.resolution === '720p') {
    gaps.push({ code: 'smaller_picture', message: 'Composed at 720p instead of 1080p.' });
  }
  for (const kind of ['image', 'clip'] as const) {
    const all = currentOf(assets, kind);
    const ready = all.filter((asset) => asset.status === 'ready').length;
    if (ready < all.length) {
      gaps.push({ code: `some_${kind}s_failed`, message: `${ready} of ${all.length} ${kind}s succeeded.` });
    }
  }
  return gaps;
}

/** How far a film may be off the length that was asked for, in seconds. */
const LENGTH_SLACK_SECONDS = 0.5;

/** A film of another length than was asked for. Who chose the length of the clips asked for that instead. */
export function lengthGapOf(
  { options, clipSeconds }: { options: Pick<SessionOptions, 'target_seconds'>; clipSeconds: number | null },
  filmSeconds: number,
): Verdict['reasons'] {
  const asked = options.target_seconds;
  const isAsAsked = Math.abs(filmSeconds - asked) <= LENGTH_SLACK_SECONDS;
  if (clipSeconds !== null || isAsAsked) return [];
  const message = `The ad is ${filmSeconds.toFixed(1)} s long instead of the ${asked} s that were asked for.`;
  return [{ code: 'other_length', message }];
}

/** Clips by the local studio in an ad of hosted models. */
export function standInsOf(provider: Provider, clips: readonly Clip[]): Verdict['reasons'] {
  const standIns = provider === 'studio' ? [] : clips.filter((clip) => clip.provider === 'studio');
  if (standIns.length === 0) return [];
  const which = standIns.length === 1 ? '1 clip' : `${standIns.length} clips`;
  return [{ code: 'stand_ins', message: `The local studio made ${which} in place of the hosted model.` }];
}

/** A verdict that says what is missing, too: with a gap nothing passes as if all were in order. */
export function withGaps(verdict: Verdict, gaps: Verdict['reasons']): Verdict {
  if (gaps.length === 0) return verdict;
  return {
    verdict: verdict.verdict === 'passed' ? 'degraded' : verdict.verdict,
    reasons: [...verdict.reasons, ...gaps],
  };
}
