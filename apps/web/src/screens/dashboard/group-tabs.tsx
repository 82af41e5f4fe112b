'use client';
import type { AdCounts } from '@spotsmith/contract/sessions';
import { clsx } from 'clsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { addressOf, type DashboardView, SHOWN_GROUPS } from './shown-ads.ts';

type GroupTabsProps = {
  view: DashboardView;
  counts: AdCounts | undefined;
  onShow: (part: Pick<DashboardView, 'group'>) => void;
};

/** Which ads are shown, each group with how many there are. Links: they open in another tab, too. */
export function GroupTabs({ view, counts, onShow }: GroupTabsProps) {
  const { t } = useTranslator();
  return (
    <nav aria-label={t('dashboard.which')} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1 py-1">
        {SHOWN_GROUPS.map((group) => (
          <li key={group}>
            <a
              href={addressOf({ ...view, group })}
              aria-current={view.group === group ? 'page' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                onShow({ group });
              }}
              className={clsx(
                'flex h-10 items-center gap-2 rounded-control px-3 text-sm whitespace-nowrap',
                view.group === group
                  ? 'bg-raised font-medium text-text'
                  : 'text-quiet hover:bg-surface hover:text-text',
              )}
            >
              {t(`dashboard.group.${group}`)}
              <span className="figures min-w-2 text-quiet">{counts?.[group] ?? ''}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
