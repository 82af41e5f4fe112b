'use client';
import type { AdCounts, SessionSummary } from '@spotsmith/contract/sessions';
import { AD_ORDERS } from '@spotsmith/contract/words';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { LayoutGrid, List, Plus, Search, SearchX } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { queries, type SessionPage } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { AdCard } from './ad-card.tsx';
import { DeletedCard } from './deleted-card.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { addressOf, adsIn, type DashboardView } from './shown-ads.ts';
import { useDashboardView } from './use-dashboard-view.ts';
import { type Selection, useSelection } from './use-selection.ts';

// Seen once in a lifetime.
const FirstRun = dynamic(() => import('./first-run.tsx').then((file) => file.FirstRun));
const AdRow = dynamic(() => import('./ad-row.tsx').then((file) => file.AdRow));
const BulkBar = dynamic(() => import('./bulk-bar.tsx').then((file) => file.BulkBar));

const POLL_MS = 3_000;

type DashboardProps = {
  /** As the page was rendered with, for this address. */
  firstPage: SessionPage;
  firstAddress: string;
  firstCounts: AdCounts;
};

/** All ads of the user: of one group, in an order, as pictures or as a list. */
export function Dashboard({ firstPage, firstAddress, firstCounts }: DashboardProps) {
  const { t } = useTranslator();
  const [view, show] = useDashboardView();
  const [typed, setTyped] = useState(view.search);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // While somebody types, the address follows; else the field does.
    if (document.activeElement !== field.current) setTyped(view.search);
  }, [view.search]);
  const ads = useAds(view, { firstPage, firstAddress });
  const { items } = ads;
  const { data: counts } = useQuery({ ...queries.adCounts(), initialData: firstCounts });
  const selection = useSelection(items.map(({ id }) => id));
  useEffect(selection.clear, [view.group, view.search]);

  if (counts.all === 0 && counts.deleted === 0) return <FirstRun />;

  const isNarrowed = view.search !== '' || view.group !== 'all';
  return (
    <div
      className="mx-auto flex min-h-[calc(100dvh-3.5rem)] max-w-[120rem] flex-col gap-4 px-4 py-6 sm:px-6 lg:py-8"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && selection.chosen.size > 0) selection.clear();
        const isField = event.target instanceof Element && event.target.closest('input, select') !== null;
        if (event.key !== 'a' || !(event.ctrlKey || event.metaKey) || isField) return;
        event.preventDefault();
        selection.all();
      }}
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-xl font-semibold">{t('dashboard.title')}</h1>
        <Button asChild look="primary">
          <Link href="/ads/new" prefetch={false}>
            <Plus />
            {t('action.newAd')}
          </Link>
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <GroupTabs view={view} counts={counts} onShow={show} />
        <div className="flex w-full items-center gap-2 sm:w-auto">
          <label className="relative min-w-0 flex-1 sm:w-56">
            <span className="sr-only">{t('dashboard.search')}</span>
            <Search
              aria-hidden
              className="pointer-events-none absolute start-3 top-3 size-4 stroke-[1.5] text-quiet"
            />
            <Input
              ref={field}
              type="search"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                show({ search: target.value });
              }}
              placeholder={t('dashboard.search')}
              maxLength={100}
              className="ps-9"
            />
          </label>
          <WordSelect
            aria-label={t('dashboard.order')}
            words={AD_ORDERS}
            value={view.order}
            inWords={(order) => t(`dashboard.order.${order}`)}
            onChoose={(order) => show({ order })}
            className="w-auto! min-w-0"
          />
          <IconButton
            label={t(view.look === 'list' ? 'dashboard.asPictures' : 'dashboard.asList')}
            onClick={() => show({ look: view.look === 'list' ? 'pictures' : 'list' })}
            className="size-10!"
          >
            {view.look === 'list' ? <LayoutGrid /> : <List />}
          </IconButton>
        </div>
      </div>
      <p role="status" className="sr-only">
        {isNarrowed ? t('dashboard.found', { count: items.length }) : ''}
      </p>
      {items.length === 0 ? (
        <NoAds view={view} hasAds={counts.all > 0} onShowAll={() => show({ group: 'all', search: '' })} />
      ) : view.look === 'list' ? (
        <ul className="flex flex-col">
          {items.map((ad) => (
            <li key={ad.id}>
              <AdRow ad={ad} selection={selection} />
            </li>
          ))}
        </ul>
      ) : (
        <Pictures ads={items} selection={selection} />
      )}
      <div ref={ads.end} />
      {selection.chosen.size > 0 && <BulkBar ads={items} selection={selection} />}
    </div>
  );
}

interface NoAdsProps {
  view: DashboardView;
  /** Ads that were not deleted. */
  hasAds: boolean;
  onShowAll(): void;
}

/** Says why no ad is seen, and what leads to some. */
function NoAds({ view, hasAds, onShowAll }: NoAdsProps) {
  const { t } = useTranslator();
  const isFirst = !hasAds && view.search === '' && view.group !== 'deleted';
  const reason = view.group === 'deleted' ? 'dashboard.noneDeleted' : 'dashboard.noneHere';
  return (
    <div className="flex flex-col items-center gap-4 py-20 text-center">
      <SearchX aria-hidden className="size-10 stroke-1 text-quiet" />
      <p className="text-base text-quiet">
        {view.search !== ''
          ? t('dashboard.noneFound', { search: view.search })
          : t(isFirst ? 'firstRun.title' : reason)}
      </p>
      {isFirst ? (
        <Button asChild>
          <Link href="/ads/new">{t('firstRun.own')}</Link>
        </Button>
      ) : (
        <Button onClick={onShowAll}>{t('dashboard.showAll')}</Button>
      )}
    </div>
  );
}

/** Height at which rows of pictures aim, in rem. */
const ROW_REM = 15;

/** In rows that are as wide as the page, each ad in its own shape; the last row is not stretched. */
function Pictures({ ads, selection }: { ads: readonly SessionSummary[]; selection: Selection }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-7 pt-2 after:grow-[1000]">
      {ads.map((ad, index) => {
        const [width = 16, height = 9] = ad.aspect_ratio.split(':').map(Number);
        const ratio = width / height;
        return (
          <li
            key={ad.id}
            className="max-w-full min-w-0"
            style={{ flexGrow: ratio, flexBasis: `${ratio * ROW_REM}rem` }}
          >
            {ad.deleted_at === null ? (
              <AdCard ad={ad} isFirst={index === 0} selection={selection} />
            ) : (
              <DeletedCard ad={ad} selection={selection} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The ads of a view, read on as their end comes into sight, and again while any is being made. */
function useAds(
  view: DashboardView,
  { firstPage, firstAddress }: Pick<DashboardProps, 'firstPage' | 'firstAddress'>,
) {
  const wanted = useDeferredValue(view.search);
  const shown = adsIn({ ...view, search: wanted });
  const isFirst = addressOf({ ...view, look: 'pictures' }) === firstAddress;
  const list = useInfiniteQuery({
    ...queries.sessions(shown),
    ...(isFirst ? { initialData: { pages: [firstPage], pageParams: [''] } } : {}),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isWorking)) === true ? POLL_MS : false,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { hasNextPage, fetchNextPage } = list;
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = end.current;
    if (element === null || !hasNextPage) return;
    const watcher = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting === true && void fetchNextPage(),
      { rootMargin: '600px' },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasNextPage, fetchNextPage, items.length]);
  return { items, end };
}
