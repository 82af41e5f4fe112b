'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
import { clsx } from 'clsx';
import { Film, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Ago, AdMore, StatusWords } from './ad-card.tsx';
import { ChooseBox } from './choose-box.tsx';
import { useRestore } from './use-restore.ts';
import type { Selection } from './use-selection.ts';

/** One ad as a line of a list. */
export function AdRow({ ad, selection }: { ad: SessionSummary; selection: Selection }) {
  const { t, money } = useTranslator();
  const restore = useRestore(ad.id);
  const isGone = ad.deleted_at !== null;
  return (
    <article
      className={clsx(
        'flex items-center gap-3 border-b py-2 pe-1',
        selection.has(ad.id) ? 'bg-raised' : 'hover:bg-surface',
      )}
    >
      <ChooseBox id={ad.id} title={ad.title} selection={selection} />
      <span className="grid h-14 w-20 shrink-0 place-items-center overflow-hidden rounded-[4px] bg-raised">
        {isGone ? (
          <Trash2 aria-hidden className="size-5 stroke-1 text-quiet" />
        ) : ad.poster_url === null ? (
          <Film aria-hidden className="size-5 stroke-1 text-quiet" />
        ) : (
          <img
            src={ad.poster_url}
            alt=""
            width={80}
            height={56}
            loading="lazy"
            className="size-full object-contain"
          />
        )}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-sm font-medium rtl:text-right" dir="auto">
          {isGone ? (
            ad.title
          ) : (
            <Link href={`/ads/${ad.id}`} prefetch={false} className="hover:underline">
              {ad.title}
            </Link>
          )}
        </h2>
        <p className="figures truncate text-xs text-quiet">
          {isGone ? t('dashboard.deletedOnes') : <StatusWords ad={ad} />}
          <span className="sm:hidden">
            {' '}
            · <Ago instant={ad.deleted_at ?? ad.updated_at} />
          </span>
        </p>
      </div>
      <span className="figures w-14 text-sm text-quiet max-sm:hidden">{ad.aspect_ratio}</span>
      <span className="figures w-16 text-end text-sm text-quiet max-md:hidden">
        {ad.spent_usd > 0 ? money(ad.spent_usd) : ''}
      </span>
      <span className="w-32 text-end text-sm text-quiet max-sm:hidden">
        <Ago instant={ad.deleted_at ?? ad.updated_at} />
      </span>
      {isGone ? (
        <Button
          size="small"
          disabled={restore.isPending}
          aria-label={t('dashboard.restoreOf', { title: ad.title })}
          onClick={() => restore.mutate()}
        >
          <Undo2 />
        </Button>
      ) : (
        <AdMore ad={ad} />
      )}
    </article>
  );
}
