'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until the page's script has taken over: before that, nothing on it answers. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
