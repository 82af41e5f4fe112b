'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { RefreshCw } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Beside "Continue with 4": makes what failed once more, and keeps the rest. */
export function RetryFailed() {
  const { t } = useTranslator();
  const { session } = useAd();
  const retry = useSessionAction<void>(session.id, {
    send: () => callApi<Session>(`/api/sessions/${session.id}/retry`, { method: 'POST' }),
  });
  return (
    <Button onClick={() => retry.mutate()} disabled={retry.isPending}>
      <RefreshCw />
      {t('action.retryFailed')}
    </Button>
  );
}
