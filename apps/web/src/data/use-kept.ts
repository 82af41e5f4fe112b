'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from './call-api.ts';

type Settings<Shown, Kept> = {
  queryKey: readonly string[];
  /** Read with GET, kept with PUT. */
  path: string;
  /** As the page was rendered with. */
  initial: Shown;
  /** The part that is sent. */
  toKeep: (shown: Shown) => Kept;
};

/**
 * Settings that are kept with every change, without a button: shown at once, sent one after another, and read anew when
 * one was refused.
 */
export function useKept<Shown extends object, Kept extends object>(settings: Settings<Shown, Kept>) {
  const { queryKey, path, initial, toKeep } = settings;
  const client = useQueryClient();
  const mutationKey = ['keep', path];
  const { data: shown } = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi<Shown>(path, { signal }),
    initialData: initial,
  });
  const keep = useMutation({
    mutationKey,
    scope: { id: path },
    mutationFn: (_: Partial<Kept>) =>
      callApi<Shown>(path, { method: 'PUT', body: toKeep(client.getQueryData<Shown>(queryKey) ?? initial) }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<Shown>(queryKey, (before) => ({ ...(before ?? initial), ...change }));
    },
    // Later changes are shown already and on their way.
    onSuccess: (answer) =>
      client.isMutating({ mutationKey }) <= 1 ? client.setQueryData(queryKey, answer) : undefined,
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return { shown, keep: keep.mutate, isKept: keep.isSuccess, error: keep.error };
}
