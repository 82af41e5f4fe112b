import { clsx } from 'clsx';
import type { ReactNode } from 'react';

type NextBarProps = {
  sentence: ReactNode;
  /** Stays in sight above the sentence, e.g. the timeline. */
  above?: ReactNode;
  /** Of what stands in the bar, where the page above is narrower than the window. */
  width?: 'max-w-6xl';
  children?: ReactNode;
};

/** Under every step, always in sight: one sentence and the one next thing to do. */
export function NextBar({ sentence, above, width, children }: NextBarProps) {
  return (
    // On a phone only the bar itself stays in sight; what is above it scrolls.
    <div className="z-10 mt-auto max-lg:contents lg:sticky lg:bottom-0">
      {above}
      <div className="z-10 border-t bg-ground max-lg:sticky max-lg:bottom-(--rail-height,0px)">
        <div
          className={clsx(
            'mx-auto flex min-h-18 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-6',
            width,
          )}
        >
          <div className="figures min-w-0 flex-1 basis-56 text-xs text-quiet sm:text-sm">{sentence}</div>
          <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1 max-sm:*:px-3">
            {children}
          </div>
        </div>
      </div>
    </div>
  );
}
