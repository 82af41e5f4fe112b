'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
import { clsx } from 'clsx';
import { Ellipsis, Film } from 'lucide-react';
import Link from 'next/link';
import { lazy, useState } from 'react';
import { preload } from 'react-dom';
import { HoverVideo } from '#src/components/hover-video.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { LateMenu } from '#src/components/ui/late-menu.tsx';
import { ProgressBar } from '#src/components/ui/progress-bar.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isStopped, isWorking } from '#src/journey/steps.ts';
import { RemovalLine } from '../keeping/removal-line.tsx';
import { ChooseBox } from './choose-box.tsx';
import type { Selection } from './use-selection.ts';

const AdMenu = lazy(() => import('./ad-menu.tsx').then((file) => ({ default: file.AdMenu })));

type AdCardProps = { ad: SessionSummary; isFirst: boolean; selection: Selection };

/** One ad on the dashboard, in its own shape: what it looks like, where it stands, what it has cost. */
export function AdCard({ ad, isFirst, selection }: AdCardProps) {
  const { t, money } = useTranslator();
  const [isLively, setLively] = useState(false);
  const status = t(`status.${ad.status}`);
  const isChosen = selection.has(ad.id);
  // The largest thing of the first paint: asked for with the page itself.
  if (isFirst && ad.poster_url !== null) preload(ad.poster_url, { as: 'image', fetchPriority: 'high' });
  return (
    <article
      className="group relative flex flex-col gap-3"
      onPointerEnter={() => setLively(true)}
      onPointerLeave={() => setLively(false)}
      onFocus={() => setLively(true)}
      onBlur={() => setLively(false)}
      onKeyDown={({ key, ctrlKey, metaKey, target }) => {
        if (key === 'x' && !ctrlKey && !metaKey && target instanceof HTMLAnchorElement)
          selection.toggle(ad.id);
      }}
    >
      <Link
        href={`/ads/${ad.id}`}
        prefetch={false}
        aria-label={t('dashboard.open', { title: ad.title, status })}
        className={clsx(
          'relative block overflow-hidden rounded-media bg-raised',
          isChosen && 'ring-2 ring-text ring-offset-2 ring-offset-ground',
        )}
        style={{ aspectRatio: ad.aspect_ratio.replace(':', ' / ') }}
      >
        <Picture ad={ad} isPlaying={isLively} isFirst={isFirst} />
        {isWorking(ad) && (
          <span className="absolute inset-x-0 bottom-0">
            <ProgressBar label={status} percent={ad.overall} className="rounded-none" />
          </span>
        )}
      </Link>
      <ChooseBox
        id={ad.id}
        title={ad.title}
        selection={selection}
        className={clsx(
          'absolute start-0 top-0',
          selection.chosen.size === 0 &&
            'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
        )}
      />
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="truncate text-sm font-medium rtl:text-right" dir="auto">
            {ad.title}
          </h2>
          <p className="figures flex flex-wrap gap-x-2 text-xs text-quiet">
            <StatusWords ad={ad} />
            {ad.spent_usd > 0 && (
              <>
                <span aria-hidden>·</span>
                <span>{money(ad.spent_usd)}</span>
              </>
            )}
            <span aria-hidden>·</span>
            <Ago instant={ad.updated_at} />
          </p>
          <RemovalLine ad={ad} />
        </div>
        <AdMore ad={ad} />
      </div>
    </article>
  );
}

/** Where an ad stands, and how far it is while it is made. */
export function StatusWords({ ad }: { ad: SessionSummary }) {
  const { t, percent } = useTranslator();
  return (
    <span className={isStopped(ad) ? 'text-warning' : isWorking(ad) ? 'text-accent' : ''}>
      {t(`status.${ad.status}`)}
      {isWorking(ad) && ` ${percent(ad.overall)}`}
    </span>
  );
}

export function AdMore({ ad }: { ad: SessionSummary }) {
  const { t } = useTranslator();
  const more = (
    <Button
      look="quiet"
      size="icon"
      className="-me-2 -mt-1.5"
      aria-label={t('dashboard.more', { title: ad.title })}
    >
      <Ellipsis />
    </Button>
  );
  return (
    <LateMenu trigger={more}>
      <AdMenu ad={ad} trigger={more} />
    </LateMenu>
  );
}

type PictureProps = { ad: SessionSummary; isPlaying: boolean; isFirst: boolean };

function Picture({ ad, isPlaying, isFirst }: PictureProps) {
  if (ad.video_url !== null) {
    return (
      <HoverVideo
        src={ad.video_url}
        poster={ad.poster_url}
        label={ad.title}
        isPlaying={isPlaying}
        className="absolute inset-0"
      />
    );
  }
  if (ad.poster_url !== null) {
    return (
      <img
        src={ad.poster_url}
        alt=""
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
        className="absolute inset-0 size-full object-cover"
      />
    );
  }
  return (
    <span className="absolute inset-0 grid place-items-center">
      <Film aria-hidden className="size-8 stroke-1 text-quiet" />
    </span>
  );
}

/** The server's clock and the reader's differ by a breath; the words are the reader's. */
export function Ago({ instant }: { instant: string }) {
  const { ago } = useTranslator();
  return (
    <time dateTime={instant} suppressHydrationWarning>
      {ago(instant, Date.now())}
    </time>
  );
}
