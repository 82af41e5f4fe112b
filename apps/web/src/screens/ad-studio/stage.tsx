'use client';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useArrival } from '#src/components/use-arrival.ts';

type StageProps = {
  title: string;
  lead?: string | undefined;
  aside?: ReactNode;
  inspector?: ReactNode;
  children: ReactNode;
};

/** The middle of a step: heading, what lies on the table, and beside it (on wide screens) the inspector. */
export function Stage({ title, lead, aside, inspector, children }: StageProps) {
  const arrival = useArrival();
  return (
    <div className="flex flex-1">
      <section className={clsx('flex min-w-0 flex-1 flex-col gap-6 px-4 py-6 sm:px-6', arrival)}>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h2 className="text-lg font-semibold">{title}</h2>
            {lead !== undefined && <p className="mt-1 max-w-[70ch] text-sm text-quiet">{lead}</p>}
          </div>
          {aside}
        </div>
        {children}
      </section>
      {inspector !== undefined && (
        <aside className="relative hidden w-80 shrink-0 border-s border-line bg-surface xl:block">
          {/* Takes no height of its own: the page would shift under the pointer that selects another card. */}
          <div className="absolute inset-0">
            <div className="sticky top-14 max-h-[min(100%,calc(100dvh-8.25rem-var(--bars-height)))] overflow-y-auto p-5">
              {inspector}
            </div>
          </div>
        </aside>
      )}
    </div>
  );
}
