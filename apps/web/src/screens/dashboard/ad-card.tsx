'use client';
import type { SessionSummary } from '@spotsmith/contract/sessions';
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

const AdMenu = lazy(() => import('./ad-menu.tsx').then((file) => ({ default: file.AdMenu })));

/** One ad on the dashboard: what it looks like, where it stands, what it has cost. */
export function AdCard({ ad, isFirst }: { ad: SessionSummary; isFirst: boolean }) {
  const { t, money, percent } = useTranslator();
  const [isLively, setLively] = useState(false);
  const status = t(`status.${ad.status}`);
  // The largest thing of the first paint: asked for with the page itself.
  if (isFirst && ad.poster_url !== null) preload(ad.poster_url, { as: 'image', fetchPriority: 'high' });

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
    <article
      className="group flex flex-col gap-3"
      onPointerEnter={() => setLively(true)}
      onPointerLeave={() => setLively(false)}
      onFocus={() => setLively(true)}
      onBlur={() => setLively(false)}
    >
      <Link
        href={`/ads/${ad.id}`}
        prefetch={false}
        aria-label={t('dashboard.open', { title: ad.title, status })}
        className="relative block aspect-video overflow-hidden rounded-media bg-raised"
      >
        <Picture ad={ad} isPlaying={isLively} isFirst={isFirst} />
        {isWorking(ad) && (
          <span className="absolute inset-x-0 bottom-0">
            <ProgressBar label={status} percent={ad.overall} className="rounded-none" />
          </span>
        )}
      </Link>
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="truncate text-sm font-medium rtl:text-right" dir="auto">
            {ad.title}
          </h2>
          <p className="figures flex flex-wrap gap-x-2 text-xs text-quiet">
            <span className={isStopped(ad) ? 'text-warning' : isWorking(ad) ? 'text-accent' : ''}>
              {status}
              {isWorking(ad) && ` ${percent(ad.overall)}`}
            </span>
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
        <LateMenu trigger={more}>
          <AdMenu ad={ad} trigger={more} />
        </LateMenu>
      </div>
    </article>
  );
}

type PictureProps = { ad: SessionSummary; isPlaying: boolean; isFirst: boolean };

function Picture({ ad, isPlaying, isFirst }: PictureProps) {
  if (ad.video_url !== null) {
    return <HoverVideo src={ad.video_url} poster={ad.poster_url} label={ad.title} isPlaying={isPlaying} />;
  }
  if (ad.poster_url !== null) {
    return (
      <img
        src={ad.poster_url}
        alt=""
        loading={isFirst ? 'eager' : 'lazy'}
        decoding="async"
        className="size-full object-contain"
      />
    );
  }
  return (
    <span className="grid size-full place-items-center">
      <Film aria-hidden className="size-8 stroke-1 text-quiet" />
    </span>
  );
}

/** The server's clock and the reader's differ by a breath; the words are the reader's. */
function Ago({ instant }: { instant: string }) {
  const { ago } = useTranslator();
  return (
    <time dateTime={instant} suppressHydrationWarning>
      {ago(instant, Date.now())}
    </time>
  );
}
