'use client';
import { useSyncExternalStore } from 'react';

/** Whether the window is so wide: from 80rem on there is room for the inspector beside the stage; below, it is a sheet. */
export function useWideScreen(from: '64rem' | '80rem' = '80rem'): boolean {
  const wide = `(min-width: ${from})`;
  return useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(wide);
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => matchMedia(wide).matches,
    () => true,
  );
}
