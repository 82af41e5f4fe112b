'use client';
import { useEffect, useState } from 'react';
import type { FactLines } from './facts.ts';

const KEY = 'new-ad-draft';

export type AdDraft = { prompt: string; facts: FactLines };
const EMPTY: AdDraft = { prompt: '', facts: {} };

/** What was typed for a new ad, kept in this tab over a reload until the ad is there. Photos cannot be kept so. */
export function useDraft() {
  const [draft, setDraft] = useState(EMPTY);
  // Read after the first rendering, which is the server's.
  useEffect(() => {
    const kept = sessionStorage.getItem(KEY);
    if (kept !== null) setDraft({ ...EMPTY, ...(JSON.parse(kept) as Partial<AdDraft>) });
  }, []);
  return {
    draft,
    change: (part: Partial<AdDraft>) => {
      const next = { ...draft, ...part };
      setDraft(next);
      sessionStorage.setItem(KEY, JSON.stringify(next));
    },
    forget: () => sessionStorage.removeItem(KEY),
  };
}
