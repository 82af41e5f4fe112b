'use client';
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 80rem)';

/** Whether there is room for the inspector beside the stage; below that it is a sheet. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(WIDE);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => matchMedia(WIDE).matches,
    () => true,
  );
}
