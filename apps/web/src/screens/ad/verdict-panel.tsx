'use client';
import type { Verdict } from '@spotsmith/contract/assets';
import { clsx } from 'clsx';
import { BadgeCheck, CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const LOOKS = {
  passed: { icon: BadgeCheck, ink: 'text-positive' },
  degraded: { icon: TriangleAlert, ink: 'text-warning' },
  blocked: { icon: CircleAlert, ink: 'text-danger' },
} as const;

/** What the studio found when it measured the finished file. */
export function VerdictPanel({ verdict }: { verdict: Verdict }) {
  const { t, maybe } = useTranslator();
  const { icon: Icon, ink } = LOOKS[verdict.verdict];
  return (
    <section className="flex gap-4 rounded-media bg-surface p-4">
      <Icon aria-hidden className={clsx('size-6 shrink-0 stroke-[1.5]', ink)} />
      <div className="min-w-0">
        <h3 className={clsx('text-base font-semibold', ink)}>{t(`verdict.${verdict.verdict}`)}</h3>
        {verdict.reasons.length === 0 ? (
          <p className="mt-1 max-w-[70ch] text-sm text-quiet">{t('verdict.clean')}</p>
        ) : (
          <ul className="mt-1 flex max-w-[70ch] flex-col gap-1 text-sm text-quiet">
            {verdict.reasons.map(({ code, message }) => (
              <li key={`${code}-${message}`}>{maybe(`verdictReason.${code}`) ?? message}</li>
            ))}
          </ul>
        )}
        {verdict.encoder !== undefined && (
          <p className="mt-1 text-xs text-quiet">{t('verdict.encoder', { encoder: verdict.encoder })}</p>
        )}
      </div>
    </section>
  );
}
