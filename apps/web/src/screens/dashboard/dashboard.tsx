'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Search, SearchX } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { queries, type SessionPage } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { AdCard } from './ad-card.tsx';
import { DeletedCard } from './deleted-card.tsx';

// Seen once in a lifetime.
const FirstRun = dynamic(() => import('./first-run.tsx').then((file) => file.FirstRun));

const POLL_MS = 3_000;

/** All ads of the user, newest first. */
export function Dashboard({ firstPage }: { firstPage: SessionPage }) {
  const { t } = useTranslator();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const [isDeleted, setDeleted] = useState(false);
  const isEverything = wanted === '' && !isDeleted;
  const list = useInfiniteQuery({
    ...queries.sessions({ search: wanted, isDeleted }),
    ...(isEverything ? { initialData: { pages: [firstPage], pageParams: [''] } } : {}),
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isWorking)) === true ? POLL_MS : false,
  });
  const ads = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { hasNextPage, fetchNextPage } = list;
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = end.current;
    if (element === null || !hasNextPage) return;
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && void fetchNextPage(),
      {
        rootMargin: '600px',
      },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasNextPage, fetchNextPage, ads.length]);

  if (ads.length === 0 && isEverything && !list.isPlaceholderData) return <FirstRun />;

  return (
    <div className="mx-auto flex max-w-[120rem] flex-col gap-6 px-4 py-6 sm:px-6 lg:py-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">{t('dashboard.title')}</h1>
        <div className="flex w-full flex-wrap gap-3 sm:w-auto">
          <Choice
            isLabelHidden
            label={t('dashboard.which')}
            value={isDeleted ? 'deleted' : 'all'}
            options={[
              { value: 'all', label: t('dashboard.all') },
              { value: 'deleted', label: t('dashboard.deletedOnes') },
            ]}
            onChange={(which) => setDeleted(which === 'deleted')}
          />
          <label className="relative min-w-0 flex-1 sm:w-72">
            <span className="sr-only">{t('dashboard.search')}</span>
            <Search
              aria-hidden
              className="pointer-events-none absolute start-3 top-3 size-4 stroke-[1.5] text-quiet"
            />
            <Input
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              placeholder={t('dashboard.search')}
              maxLength={100}
              className="ps-9"
            />
          </label>
          <Button asChild look="primary">
            <Link href="/ads/new" prefetch={false}>
              <Plus />
              {t('action.newAd')}
            </Link>
          </Button>
        </div>
      </div>
      <p role="status" className="sr-only">
        {search === '' ? '' : t('dashboard.found', { count: ads.length })}
      </p>
      {ads.length === 0 ? (
        <div className="flex flex-col items-center gap-4 py-20 text-center">
          <SearchX aria-hidden className="size-10 stroke-1 text-quiet" />
          <p className="text-base text-quiet">
            {search === '' ? t('dashboard.noneDeleted') : t('dashboard.noneFound', { search })}
          </p>
          <Button
            onClick={() => {
              setSearch('');
              setDeleted(false);
            }}
          >
            {t('dashboard.showAll')}
          </Button>
        </div>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-x-5 gap-y-8">
          {ads.map((ad, index) => (
            <li key={ad.id} className="[contain-intrinsic-size:17rem_15rem] [content-visibility:auto]">
              {ad.deleted_at === null ? <AdCard ad={ad} isFirst={index === 0} /> : <DeletedCard ad={ad} />}
            </li>
          ))}
        </ul>
      )}
      <div ref={end} />
    </div>
  );
}
