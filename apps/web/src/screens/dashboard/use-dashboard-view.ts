'use client';
import { useSearchParams } from 'next/navigation';
import { addressOf, type DashboardView, viewIn } from './shown-ads.ts';

/** The view as the address says it, and a way to another one. Typing leaves no trail of steps to go back. */
export function useDashboardView(): [DashboardView, (part: Partial<DashboardView>) => void] {
  const view = viewIn(useSearchParams());
  const show = (part: Partial<DashboardView>) => {
    const address = addressOf({ ...view, ...part });
    if (part.search === undefined) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  };
  return [view, show];
}
