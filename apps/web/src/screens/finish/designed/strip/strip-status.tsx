'use client';
import type { ScheduledShot } from '@spotsmith/motion/film/schedule-shots';
import { Kbd } from '#src/components/ui/kbd.tsx';
import { timecode } from '#src/film/timecode.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const KEYS = [
  ['A', 'strip.keyAdd'],
  ['S', 'strip.keySplit'],
  ['J', 'strip.keyJoin'],
  [', .', 'strip.keyTrim'],
] as const;

/** What is selected, from when to when, and the keys that do most to it. */
export function StripStatus({ n, shot }: { n: number; shot: ScheduledShot | undefined }) {
  const { t } = useTranslator();
  if (shot === undefined) return null;
  const until = shot.startFrame + shot.frames;
  return (
    <p className="flex h-7 items-center gap-2 overflow-hidden text-xs whitespace-nowrap text-quiet max-lg:hidden">
      <span className="font-semibold text-text">{t('designed.shotTools', { n })}</span>
      <span className="figures">
        {timecode(shot.startFrame)} – {timecode(until)}
      </span>
      <span className="min-w-0 truncate">{t('strip.trimHint')}</span>
      <span aria-hidden className="ms-auto flex items-center gap-2">
        {KEYS.map(([key, name]) => (
          <span key={key} className="flex items-center gap-1.5 ps-1">
            <Kbd>{key}</Kbd> {t(name)}
          </span>
        ))}
      </span>
    </p>
  );
}
