import type { ReactNode } from 'react';
import { Wordmark } from '#src/components/shell/wordmark.tsx';

type EntranceProps = { heading: string; lead: string; footer: string; children: ReactNode };

/** The way in, beside a frame of what is made inside; on a phone the frame is not even loaded. */
export function Entrance({ heading, lead, footer, children }: EntranceProps) {
  return (
    <main className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(26rem,34rem)_1fr]">
      <div className="flex flex-col justify-between gap-12 px-6 py-8 sm:px-12">
        <Wordmark />
        <div className="flex flex-col gap-8">
          <div>
            <h1 className="text-xl font-semibold">{heading}</h1>
            <p className="mt-2 max-w-[40ch] text-base text-pretty break-words text-quiet">{lead}</p>
          </div>
          {children}
        </div>
        <p className="text-xs text-quiet">{footer}</p>
      </div>
      <div aria-hidden className="relative hidden overflow-hidden bg-surface lg:block">
        <picture>
          <source media="(width < 64rem)" srcSet={NO_PICTURE} />
          <img
            src="/samples/espresso-ad.webp"
            alt=""
            fetchPriority="high"
            className="absolute inset-0 size-full object-cover"
          />
        </picture>
      </div>
    </main>
  );
}

const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
