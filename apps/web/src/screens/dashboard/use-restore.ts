'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#src/components/ui/toaster.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Brings a deleted ad back, as it was. */
export function useRestore(id: string) {
  const { t } = useTranslator();
  const client = useQueryClient();
  const toast = useToast();
  const inWords = useProblemWords();
  return useMutation({
    mutationFn: () => callApi(`/api/sessions/${id}/restore`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
    onError: (error) => toast({ title: t('problem.title'), detail: inWords(error) }),
  });
}
