import type { ReactNode } from 'react';

/** The name of a key. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-line bg-ground px-1.5 font-sans text-xs text-quiet">{children}</kbd>
  );
}
