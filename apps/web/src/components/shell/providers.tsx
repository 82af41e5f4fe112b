'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { Direction } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { Toaster } from '#src/components/ui/toaster.tsx';
import { ApiProblem } from '#src/data/api-problem.ts';
import { directionOf, type Locale } from '#src/i18n/locales.ts';
import type { Messages } from '#src/i18n/messages.ts';
import { TranslatorProvider } from '#src/i18n/translator-context.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { OfflinePage } from './offline-page.tsx';

type ProvidersProps = { nonce: string; locale: Locale; messages: Messages; children: ReactNode };

/** What every page stands on: its language, its data, messages. */
export function Providers({ nonce, locale, messages, children }: ProvidersProps) {
  // Radix writes a style element while a dialog is open; the policy lets it in by this nonce.
  if (typeof window !== 'undefined') setNonce(nonce);
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <TranslatorProvider locale={locale} messages={messages}>
        <Direction.Provider dir={directionOf(locale)}>
          <Toaster>
            <OfflineBanner />
            <OfflinePage />
            {children}
          </Toaster>
        </Direction.Provider>
      </TranslatorProvider>
    </QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => failures < 4 && isPassing(error), retryDelay },
      mutations: { retry: (failures, error) => failures < 4 && isBusy(error), retryDelay },
    },
  });
}

/** When the server says, else after one, two, four seconds. */
function retryDelay(failures: number, error: Error): number {
  const said = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
  return 1000 * (said ?? 2 ** failures);
}

/** Trying again may help: no answer, or a server that says it is not able to right now. */
function isPassing(error: Error): boolean {
  if (!(error instanceof ApiProblem)) return false;
  if (error.status === 401) location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

/** A 503 did nothing, so a change may be sent again; after no answer at all nobody knows. */
function isBusy(error: Error): boolean {
  return error instanceof ApiProblem && error.status === 503;
}
