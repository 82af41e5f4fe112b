'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useSyncExternalStore } from 'react';
import { draftFrom, type FinishDraft } from './finish-draft.ts';

type Changes = Partial<FinishDraft>;

/**
 * The finish while it is edited. What was changed stays in this browser until the ad is made with it, so that a look at
 * another step, a reload or a closed window loses nothing.
 */
export function useFinishDraft(session: Session) {
  const place = `spotsmith_finish_${session.id}`;
  const kept = useSyncExternalStore(
    listen,
    () => localStorage.getItem(place),
    () => null,
  );
  const made = draftFrom(session);
  const draft: FinishDraft = { ...made, ...parse(kept) };
  const keep = (changes: Changes) => {
    localStorage.setItem(place, JSON.stringify(changes));
    announce();
  };
  return {
    draft,
    isChanged: JSON.stringify(draft) !== JSON.stringify(made),
    // Against what is kept now: an upload that ends late takes nothing back that was changed meanwhile.
    change: (part: Changes) => keep({ ...parse(localStorage.getItem(place)), ...part }),
    /** Lets go of every change, and gives the way to have them again. */
    discard: () => {
      localStorage.removeItem(place);
      announce();
      return () => keep(parse(kept));
    },
  };
}

function parse(kept: string | null): Changes {
  return kept === null ? {} : (JSON.parse(kept) as Changes);
}

/** Other tabs hear of a change by themselves; this one has to be told. */
function announce(): void {
  window.dispatchEvent(new StorageEvent('storage'));
}

function listen(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
}
