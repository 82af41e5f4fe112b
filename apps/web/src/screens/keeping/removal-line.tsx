'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
import { Pin } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { usePin } from './use-pin.ts';

/** Says that an ad will be removed for its age, and offers to keep it. Nothing while no removal is announced. */
export function RemovalLine({ ad }: { ad: Pick<SessionSummary, 'id' | 'title' | 'remove_after'> }) {
  const { t, date } = useTranslator();
  const pin = usePin(ad.id);
  if (ad.remove_after === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-warning">
      <span>{t('keeping.removal', { date: date(ad.remove_after) })}</span>
      <Button
        look="quiet"
        size="small"
        aria-label={t('keeping.keepAd', { title: ad.title })}
        onClick={() => pin.mutate(true)}
        disabled={pin.isPending}
      >
        <Pin />
        {t('keeping.keep')}
      </Button>
    </p>
  );
}
