'use client';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Film, LayoutGrid, type LucideIcon, Plus, Search, Settings } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { Kbd } from '#src/components/ui/kbd.tsx';
import { callApi } from '#src/data/call-api.ts';
import { ALL_ADS, type SessionPage, sessionsPath } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { type PageCommand, pageCommands } from './page-commands.ts';
import { matches } from './palette-entries.ts';

const MOST_ADS = 6;

type Entry = {
  id: string;
  label: string;
  icon: LucideIcon;
  shortcut?: string;
  detail?: string;
  run: () => void;
};

/** Everything that can be gone to or done, by a few letters of its name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const router = useRouter();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [place, setPlace] = useState(0);
  // As the page was when it was opened: what is done here changes it.
  const [commands] = useState<PageCommand[]>(pageCommands);
  const wanted = useDeferredValue(search.trim());
  const ads = useQuery({
    queryKey: ['sessions', 'palette', wanted],
    queryFn: ({ signal }) =>
      callApi<SessionPage>(sessionsPath({ ...ALL_ADS, search: wanted }, ''), { signal }),
    placeholderData: (before) => before,
  });
  const go = (path: string) => () => router.push(path);
  const places: Entry[] = [
    { id: 'new', label: t('action.newAd'), icon: Plus, run: go('/ads/new') },
    { id: 'all', label: t('dashboard.title'), icon: LayoutGrid, run: go('/') },
    { id: 'settings', label: t('shell.settings'), icon: Settings, run: go('/settings') },
  ];
  const found = (ads.data?.items ?? []).slice(0, MOST_ADS).map((ad): Entry => ({
    id: ad.id,
    label: ad.title,
    icon: Film,
    detail: t(`status.${ad.status}`),
    run: go(`/ads/${ad.id}`),
  }));
  const groups = [
    { name: t('palette.here'), entries: commands.filter(({ label }) => matches(label, search)) as Entry[] },
    { name: t('palette.places'), entries: places.filter(({ label }) => matches(label, search)) },
    { name: t('palette.ads'), entries: found },
  ].filter(({ entries }) => entries.length > 0);
  const all = groups.flatMap(({ entries }) => entries);
  const chosen = all[Math.min(place, all.length - 1)];
  const optionId = (entry: Entry) => `${listId}-${entry.id}`;
  const act = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const move = (to: number) => {
    const next = (to + all.length) % Math.max(1, all.length);
    setPlace(next);
    const entry = all[next];
    if (entry !== undefined) document.getElementById(optionId(entry))?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(place + 1),
    ArrowUp: () => move(place - 1),
    Enter: () => act(chosen),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[event.key];
    if (run === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  };

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-arrive bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed start-1/2 top-[12dvh] z-50 flex max-h-[70dvh] w-[min(35rem,calc(100vw-2rem))] -translate-x-1/2 animate-arrive flex-col overflow-hidden rounded-media border border-line bg-surface shadow-float rtl:translate-x-1/2"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <label className="flex items-center gap-3 border-b px-4">
            <Search aria-hidden className="size-4 shrink-0 stroke-[1.5] text-quiet" />
            <span className="sr-only">{t('palette.open')}</span>
            <input
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
              aria-autocomplete="list"
              dir="auto"
              value={search}
              maxLength={100}
              placeholder={t('palette.open')}
              onChange={({ target }) => {
                setSearch(target.value);
                setPlace(0);
              }}
              onKeyDown={onKeyDown}
              className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-quiet"
            />
            <Kbd>Esc</Kbd>
          </label>
          <div
            id={listId}
            role="listbox"
            aria-label={t('palette.title')}
            tabIndex={-1}
            className="overflow-y-auto p-2"
          >
            {groups.map(({ name, entries }) => (
              <div key={name} role="group" aria-label={name} className="pb-1">
                <p aria-hidden className="px-2.5 pt-2 pb-1 text-xs text-quiet">
                  {name}
                </p>
                {entries.map((entry) => (
                  <Option
                    key={entry.id}
                    id={optionId(entry)}
                    entry={entry}
                    isChosen={entry === chosen}
                    onPoint={() => setPlace(all.indexOf(entry))}
                    onChoose={() => act(entry)}
                  />
                ))}
              </div>
            ))}
          </div>
          {all.length === 0 && (
            <p role="status" className="px-4 pb-4 text-sm text-quiet">
              {t('palette.nothing', { search })}
            </p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type OptionProps = { id: string; entry: Entry; isChosen: boolean; onPoint: () => void; onChoose: () => void };

function Option({ id, entry, isChosen, onPoint, onChoose }: OptionProps) {
  const { label, icon: Icon, shortcut, detail } = entry;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={clsx(
        'flex h-10 cursor-pointer items-center gap-3 rounded-control px-2.5 text-sm',
        isChosen && 'bg-hover',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 stroke-[1.5] text-quiet" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {label}
      </span>
      {detail !== undefined && <span className="shrink-0 text-xs text-quiet">{detail}</span>}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </div>
  );
}
