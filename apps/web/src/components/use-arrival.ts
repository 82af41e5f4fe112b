'use client';
import { useState } from 'react';
import { useIsHydrated } from './use-is-hydrated.ts';

/**
 * The class that lets something fade in when it arrives while the page is looked at. What the server already drew gets
 * none: it would start out invisible, and be painted when the animation ends instead of at once.
 */
export function useArrival(): string {
  const isHydrated = useIsHydrated();
  const [arrival] = useState(isHydrated ? 'animate-arrive' : '');
  return arrival;
}
