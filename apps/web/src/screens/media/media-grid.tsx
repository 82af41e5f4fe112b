'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import type { KeyboardEvent, ReactNode } from 'react';
import { neighbourInGrid } from './neighbour-in-grid.ts';

const COLUMNS: Record<AspectRatio, string> = {
  '16:9': 'grid-cols-[repeat(auto-fill,minmax(min(100%,max(18rem,30%)),1fr))]',
  '1:1': 'grid-cols-[repeat(auto-fill,minmax(min(46%,14rem),1fr))]',
  '4:5': 'grid-cols-[repeat(auto-fill,minmax(min(46%,13rem),1fr))]',
  '9:16': 'grid-cols-[repeat(auto-fill,minmax(min(46%,11rem),1fr))]',
};

type MediaGridProps = { label: string; aspectRatio: AspectRatio; children: ReactNode };

/** Media side by side. The arrow keys go from card to card, as the eye does. */
export function MediaGrid({ label, aspectRatio, children }: MediaGridProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')];
    const index = cards.findIndex((card) => card.contains(document.activeElement));
    if (index < 0 || event.target instanceof HTMLTextAreaElement) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = neighbourInGrid(
      event.key,
      index,
      cards.map((card) => card.offsetTop),
      isRightToLeft,
    );
    if (next === null) return;
    event.preventDefault();
    cards[next]?.focus();
  };
  return (
    <ul aria-label={label} onKeyDown={onKeyDown} className={clsx('grid gap-5', COLUMNS[aspectRatio])}>
      {children}
    </ul>
  );
}
