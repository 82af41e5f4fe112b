'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
import { Trash2, Undo2 } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { ChooseBox } from './choose-box.tsx';
import { useRestore } from './use-restore.ts';
import type { Selection } from './use-selection.ts';

/** An ad that was deleted and can still be had back. Its files are not served any more, so no picture of it is shown. */
export function DeletedCard({ ad, selection }: { ad: SessionSummary; selection: Selection }) {
  const { t, ago } = useTranslator();
  const restore = useRestore(ad.id);
  return (
    <article className="relative flex flex-col gap-3">
      <div
        className="grid place-items-center rounded-media border border-dashed border-edge"
        style={{ aspectRatio: ad.aspect_ratio.replace(':', ' / ') }}
      >
        <Trash2 aria-hidden className="size-8 stroke-1 text-quiet" />
      </div>
      <ChooseBox id={ad.id} title={ad.title} selection={selection} className="absolute start-0 top-0" />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="truncate text-sm font-medium rtl:text-right" dir="auto">
            {ad.title}
          </h2>
          <p className="text-xs text-quiet">
            {t('dashboard.deletedWhen', { ago: ago(ad.deleted_at ?? ad.updated_at, Date.now()) })}
          </p>
        </div>
        <Button
          size="small"
          disabled={restore.isPending}
          aria-label={t('dashboard.restoreOf', { title: ad.title })}
          onClick={() => restore.mutate()}
        >
          <Undo2 />
          {t('dashboard.restore')}
        </Button>
      </div>
    </article>
  );
}
