import type { FinishDraft } from './finish-draft.ts';

/** What decides, beside the clips, how long the ad is. */
export type Pacing = Pick<FinishDraft, 'transition' | 'transitionSeconds' | 'hasIntro' | 'outro'>;

/** The cards' lengths, and how long each fades into the film, as the compositor makes them. */
const INTRO_SECONDS = 1.5;
const OUTRO_SECONDS = 2;
const CARD_FADE_SECONDS = 0.4;

/** The length of the ad in seconds. While one thing turns into the next, both are seen at once. */
export function adSeconds(clipSeconds: readonly number[], pacing: Pacing): number {
  const overlap = pacing.transition === 'cut' ? 0 : pacing.transitionSeconds;
  const film =
    clipSeconds.reduce((sum, seconds) => sum + seconds, 0) - Math.max(0, clipSeconds.length - 1) * overlap;
  const intro = pacing.hasIntro ? INTRO_SECONDS - CARD_FADE_SECONDS : 0;
  const outro = pacing.outro === null ? 0 : OUTRO_SECONDS - CARD_FADE_SECONDS;
  return intro + film + outro;
}
