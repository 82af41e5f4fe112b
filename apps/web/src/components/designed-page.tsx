import type { ReactNode } from 'react';
import { Mark } from './shell/wordmark.tsx';

type DesignedPageProps = { title: string; children: ReactNode; actions: ReactNode };

/** A page for when there is nothing to show: a picture, what happened, one thing to do. */
export function DesignedPage({ title, children, actions }: DesignedPageProps) {
  return (
    <main className="grid min-h-dvh grid-cols-[minmax(0,1fr)] place-items-center overflow-hidden px-6 py-12">
      <div className="flex max-w-md flex-col items-center gap-5 text-center">
        <EmptyReel />
        <h1 className="text-xl font-semibold">{title}</h1>
        <div className="text-base text-quiet">{children}</div>
        <div className="flex flex-wrap justify-center gap-3">{actions}</div>
      </div>
    </main>
  );
}

/** A strip of film with the lit frame missing. */
function EmptyReel() {
  return (
    <div aria-hidden className="flex max-w-full items-center justify-center gap-2">
      <span className="h-16 w-10 rounded-s-media bg-surface" />
      <span className="h-20 w-24 rounded-media bg-raised max-sm:w-12" />
      <span className="grid h-24 w-32 place-items-center rounded-media border border-dashed border-edge text-quiet">
        <Mark className="size-9" />
      </span>
      <span className="h-20 w-24 rounded-media bg-raised max-sm:w-12" />
      <span className="h-16 w-10 rounded-e-media bg-surface" />
    </div>
  );
}
