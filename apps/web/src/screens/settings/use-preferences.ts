'use client';
import type { Preferences } from '@spotsmith/contract/account';
import { queries } from '#src/data/queries.ts';
import { useKept } from '#src/data/use-kept.ts';

/** What one's new ads start with; all of it is one document, of which each section changes its part. */
export function usePreferences(initial: Preferences) {
  return useKept<Preferences, Preferences>({
    queryKey: queries.preferences().queryKey,
    path: '/api/preferences',
    initial,
    toKeep: (preferences) => preferences,
  });
}
