import type { ReactNode } from 'react';

type NextBarProps = {
  sentence: ReactNode;
  /** Stays in sight above the sentence, e.g. the timeline. */
  above?: ReactNode;
  children?: ReactNode;
};

/** Under every step, always in sight: one sentence and the one next thing to do. */
export function NextBar({ sentence, above, children }: NextBarProps) {
  return (
    <div className="sticky bottom-16 z-10 mt-auto bg-ground lg:bottom-0">
      {above}
      <div className="flex min-h-18 flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t px-4 py-3 sm:px-6">
        <div className="figures min-w-0 flex-1 basis-56 text-sm text-quiet">{sentence}</div>
        <div className="flex flex-wrap items-center gap-2">{children}</div>
      </div>
    </div>
  );
}
