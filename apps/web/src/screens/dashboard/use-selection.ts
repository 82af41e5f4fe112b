'use client';
import { useState } from 'react';

export type Selection = {
  chosen: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** With `toAnchor`, everything between the last one that was pressed and this one. */
  toggle: (id: string, toAnchor?: boolean) => void;
  all: () => void;
  clear: () => void;
};

/** Which of the ads that are shown are chosen; those that are not shown any more are not. */
export function useSelection(shown: readonly string[]): Selection {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const chosen = new Set(shown.filter((id) => kept.has(id)));
  return {
    chosen,
    has: (id) => chosen.has(id),
    toggle: (id, toAnchor = false) => {
      const [from, to] = [anchor === null ? -1 : shown.indexOf(anchor), shown.indexOf(id)];
      const next = new Set(chosen);
      if (toAnchor && from >= 0)
        for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
      else if (!next.delete(id)) next.add(id);
      setKept(next);
      setAnchor(id);
    },
    all: () => setKept(new Set(shown)),
    clear: () => setKept(new Set()),
  };
}
