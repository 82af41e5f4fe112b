import type {
  Account,
  ApiToken,
  DiskUse,
  Installation,
  Invitation,
  Preferences,
  QuotaList,
  User,
  UserUse,
} from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { Costs, Estimate } from '@spotsmith/contract/costs';
import type { ModelChoice, Options } from '@spotsmith/contract/options';
import type { Comment, Share } from '@spotsmith/contract/shares';
import type { JobOverview } from '@spotsmith/contract/jobs';
import type { AdCounts, Session, SessionSummary } from '@spotsmith/contract/sessions';
import type { AdGroup, AdOrder } from '@spotsmith/contract/words';
import type { Workflow } from '@spotsmith/contract/workflows';
import type { ProductFacts } from '@spotsmith/motion/product';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from './call-api.ts';

/** What a designed ad says and shows, and the pictures it is drawn from. */
export type StoryboardAnswer = {
  storyboard: Storyboard | null;
  is_default: boolean;
  product: { cutout_url: string; facts: ProductFacts } | null;
  pictures: { asset_id: string; kind: 'photo' | 'still' | 'clip'; url: string }[];
};

export type SessionPage = { items: SessionSummary[]; next_cursor: string | null };

/** Everything the studio reads, each with its one key. */
export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: read<User>('/api/auth/me') }),
  installation: () => lasting('installation', read<Installation>('/api/installation')),
  options: () => lasting('options', read<Options>('/api/options')),
  models: () => lasting('models', readItems<ModelChoice>('/api/models')),
  workflows: () => queryOptions({ queryKey: ['workflows'], queryFn: readItems<Workflow>('/api/workflows') }),
  tokens: () => queryOptions({ queryKey: ['tokens'], queryFn: readItems<ApiToken>('/api/tokens') }),
  preferences: () =>
    queryOptions({ queryKey: ['preferences'], queryFn: read<Preferences>('/api/preferences') }),
  brandKit: () => queryOptions({ queryKey: ['brand-kit'], queryFn: read<BrandKit>('/api/brand-kit') }),
  diskUse: () => queryOptions({ queryKey: ['disk-use'], queryFn: read<DiskUse>('/api/disk-use') }),
  quotas: () =>
    queryOptions({ queryKey: ['quotas'], queryFn: readItems<QuotaList['items'][number]>('/api/quotas') }),
  invitations: () =>
    queryOptions({ queryKey: ['invitations'], queryFn: readItems<Invitation>('/api/invitations') }),
  users: () => queryOptions({ queryKey: ['users'], queryFn: readItems<Account>('/api/users') }),
  use: () => queryOptions({ queryKey: ['use'], queryFn: readItems<UserUse>('/api/users/use') }),
  /** The queue moves by itself: looked at again every few seconds. */
  jobs: () =>
    queryOptions({ queryKey: ['jobs'], queryFn: read<JobOverview>('/api/jobs'), refetchInterval: 5_000 }),
  session: (id: string) =>
    queryOptions({
      queryKey: ['session', id],
      queryFn: read<Session>(`/api/sessions/${id}`),
      staleTime: 5_000,
    }),
  /** Read anew when the ad's pictures change; what is edited is kept by the page itself. */
  storyboard: (id: string) =>
    queryOptions({
      queryKey: ['storyboard', id],
      queryFn: read<StoryboardAnswer>(`/api/sessions/${id}/storyboard`),
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  costs: (id: string) =>
    queryOptions({ queryKey: ['costs', id], queryFn: read<Costs>(`/api/sessions/${id}/costs`) }),
  shares: (id: string) =>
    queryOptions({ queryKey: ['shares', id], queryFn: readItems<Share>(`/api/sessions/${id}/share`) }),
  /** Others write while one looks. */
  comments: (id: string) =>
    queryOptions({
      queryKey: ['comments', id],
      queryFn: readItems<Comment>(`/api/sessions/${id}/comments`),
      refetchInterval: 30_000,
    }),
  estimate: (id: string, version: number) =>
    queryOptions({
      queryKey: ['estimate', id, version],
      queryFn: read<Estimate>(`/api/sessions/${id}/estimate`),
      staleTime: 60_000,
    }),
  adCounts: () =>
    queryOptions({ queryKey: ['sessions', 'counts'], queryFn: read<AdCounts>('/api/session-counts') }),
  sessions: (shown: ShownAds) =>
    infiniteQueryOptions({
      queryKey: ['sessions', shown],
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) => callApi<SessionPage>(sessionsPath(shown, pageParam), { signal }),
      getNextPageParam: (page) => page.next_cursor,
    }),
};

/** Which ads a list shows: by words of their title, those there are or those that were deleted, of one group, in an order. */
export type ShownAds = { search: string; isDeleted: boolean; order: AdOrder; group?: AdGroup };
export const ALL_ADS: ShownAds = { search: '', isDeleted: false, order: 'changed' };

export function sessionsPath({ search, isDeleted, order, group }: ShownAds, cursor: string): string {
  const query = new URLSearchParams({ limit: '24', order });
  if (group !== undefined) query.set('group', group);
  if (search !== '') query.set('search', search);
  if (isDeleted) query.set('deleted', 'true');
  if (cursor !== '') query.set('cursor', cursor);
  return `/api/sessions?${query.toString()}`;
}

/** What does not change while the server runs. */
function lasting<Answer>(name: string, queryFn: ReturnType<typeof read<Answer>>) {
  return queryOptions({ queryKey: [name], queryFn, staleTime: Number.POSITIVE_INFINITY });
}

function read<Answer>(path: string) {
  return ({ signal }: { signal: AbortSignal }) => callApi<Answer>(path, { signal });
}

function readItems<Item>(path: string) {
  return async ({ signal }: { signal: AbortSignal }) =>
    (await callApi<{ items: Item[] }>(path, { signal })).items;
}
