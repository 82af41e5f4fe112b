'use client';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** Something that can be done on the page that is open, also from the command palette. */
export interface PageCommand {
  id: string;
  label: string;
  icon: LucideIcon;
  /** The key that does the same. */
  shortcut?: string;
  run: () => void;
}

const offered = new Set<() => readonly PageCommand[]>();

/** Offers what the page can do now to the command palette, for as long as the page stands. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const now = useRef(commands);
  now.current = commands;
  useEffect(() => {
    const offer = () => now.current;
    offered.add(offer);
    return () => void offered.delete(offer);
  }, []);
}

/** What can be done on the page at this moment. */
export const pageCommands = (): PageCommand[] => [...offered].flatMap((offer) => offer());
