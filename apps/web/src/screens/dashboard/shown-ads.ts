import { AD_GROUPS, AD_ORDERS, type AdOrder } from '@spotsmith/contract/words';
import type { ShownAds } from '#src/data/queries.ts';

export const SHOWN_GROUPS = ['all', ...AD_GROUPS, 'deleted'] as const;
export type ShownGroup = (typeof SHOWN_GROUPS)[number];
export const LOOKS = ['pictures', 'list'] as const;
export type Look = (typeof LOOKS)[number];

/** What the dashboard shows, and how. All of it stands in the address: it can be sent, and gone back to. */
export type DashboardView = { group: ShownGroup; order: AdOrder; look: Look; search: string };

/** What is not said in the address is as it is for everybody; what is no word of ours is not said. */
export function viewIn(parameters: { get: (name: string) => string | null }): DashboardView {
  const oneOf = <Word extends string>(words: readonly Word[], name: string, usual: Word) =>
    words.find((word) => word === parameters.get(name)) ?? usual;
  return {
    group: oneOf(SHOWN_GROUPS, 'show', 'all'),
    order: oneOf(AD_ORDERS, 'sort', 'changed'),
    look: oneOf(LOOKS, 'view', 'pictures'),
    search: (parameters.get('q') ?? '').slice(0, 100),
  };
}

export function addressOf({ group, order, look, search }: DashboardView): string {
  const query = new URLSearchParams();
  if (group !== 'all') query.set('show', group);
  if (order !== 'changed') query.set('sort', order);
  if (look !== 'pictures') query.set('view', look);
  if (search !== '') query.set('q', search);
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}

export const adsIn = ({ group, order, search }: DashboardView): ShownAds => ({
  search: search.trim(),
  isDeleted: group === 'deleted',
  order,
  ...(group === 'all' || group === 'deleted' ? {} : { group }),
});
