'use client';
import type { Sight } from '@spotsmith/contract/progress';
import { ProgressBar } from '#src/components/ui/progress-bar.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { Translator } from '#src/i18n/translator.ts';
import { type LiveSight, secondsLeftOf } from '#src/live/live-progress.ts';
import { useSecondHand } from '#src/screens/ad-studio/use-second-hand.ts';

/** What a graphics card is at with one image or clip, how long that still takes, or how many come before it. */
export function SightWords({ sight, sentence }: { sight: LiveSight; sentence: string }) {
  const { t, wait } = useTranslator();
  const nowMs = useSecondHand(sight.seconds_left != null);
  const { ahead = 0, step = null, fraction = null } = sight;
  const left = secondsLeftOf(sight, nowMs);
  return (
    <div className="figures relative flex flex-1 flex-col gap-1.5 bg-ground/85 p-3 text-xs text-quiet">
      <p>{sentence}</p>
      <p className="flex flex-wrap gap-x-2 text-text">
        <bdi className="min-w-0 truncate">{stepWords(t, { ahead, step })}</bdi>
        {left !== null && <span className="text-quiet">{t('progress.left', { time: wait(left) })}</span>}
      </p>
      {ahead === 0 && fraction !== null && <ProgressBar label={sentence} percent={fraction * 100} />}
    </div>
  );
}

/** "KSampler · 12 of 20", or "2 before it on the graphics card"; empty until the card says something. */
export function stepWords(t: Translator['t'], { ahead, step }: Pick<Sight, 'ahead' | 'step'>): string {
  if (ahead > 0) return t('sight.ahead', { count: ahead });
  if (step === null) return '';
  return step.of > 1 ? t('sight.step', { ...step }) : step.name;
}
