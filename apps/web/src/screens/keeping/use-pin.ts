'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#src/components/ui/toaster.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Pins an ad, so that it is never removed for its age, or lets it go again. */
export function usePin(sessionId: string) {
  const client = useQueryClient();
  const toast = useToast();
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const path = `/api/sessions/${sessionId}`;
  return useMutation({
    mutationFn: async (isPinned: boolean) => {
      const { version } = await callApi<Session>(path);
      return callApi<Session>(path, { method: 'PATCH', body: { version, is_pinned: isPinned } });
    },
    onSuccess: async (session) => {
      client.setQueryData(queries.session(sessionId).queryKey, session);
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => toast({ title: t('problem.title'), detail: inWords(error) }),
  });
}
