import type { ReactNode } from 'react';

/** Under every step: one sentence and the one next thing to do. */
export function NextBar({ sentence, children }: { sentence: ReactNode; children: ReactNode }) {
  return (
    <div className="sticky bottom-16 z-10 mt-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-line bg-ground px-4 py-3 sm:px-6 lg:bottom-0">
      <div className="figures min-w-0 flex-1 basis-56 text-sm text-quiet">{sentence}</div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
