'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useToast } from '#src/components/ui/toaster.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { ApiProblem } from './api-problem.ts';
import { callApi } from './call-api.ts';
import { queries } from './queries.ts';

type SessionAction<Input> = {
  /** Sends the change, made against this state of the ad, and gives back the ad afterwards. */
  send: (session: Session, input: Input) => Promise<Session>;
  /** The ad as it will be, shown before the answer. */
  foresee?: (session: Session, input: Input) => Session;
  /** The part of the ad that the change is about: another tab's change to anything else does not stop it. */
  about?: (session: Session, input: Input) => unknown;
  onDone?: (session: Session, input: Input) => void;
};

/**
 * Changes an ad. Changes go one after another, each against the newest version; the page shows them at once and takes
 * them back when the server refuses. Work in the background counts the version up too, so a stale version is tried
 * again when the part in question is as it was.
 */
export function useSessionAction<Input>(sessionId: string, action: SessionAction<Input>) {
  const client = useQueryClient();
  const toast = useToast();
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const { queryKey } = queries.session(sessionId);
  const mutationKey = ['change', sessionId];

  return useMutation<Session, Error, Input, { before: Session | undefined }>({
    mutationKey,
    scope: { id: sessionId },
    mutationFn: async (input) => {
      const shown = client.getQueryData(queryKey);
      if (shown === undefined) throw new Error('The ad is not loaded.');
      try {
        return await action.send(shown, input);
      } catch (error) {
        if (!isStale(error) || action.about === undefined) throw error;
        const fresh = await callApi<Session>(`/api/sessions/${sessionId}`);
        const base = lastAnswers.get(sessionId) ?? shown;
        const isUntouched =
          JSON.stringify(action.about(fresh, input)) === JSON.stringify(action.about(base, input));
        if (!isUntouched) {
          lastAnswers.set(sessionId, fresh);
          throw error;
        }
        return action.send(fresh, input);
      }
    },
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before !== undefined) {
        if (client.isMutating({ mutationKey }) <= 1) lastAnswers.set(sessionId, before);
        if (action.foresee !== undefined) client.setQueryData(queryKey, action.foresee(before, input));
      }
      return { before };
    },
    onSuccess: (answer, input) => {
      lastAnswers.set(sessionId, answer);
      // Later changes are still on their way: keep what they show, take only the version they are made against.
      const isLast = client.isMutating({ mutationKey }) <= 1;
      client.setQueryData(queryKey, (shown) =>
        isLast || shown === undefined ? answer : { ...shown, version: answer.version },
      );
      action.onDone?.(answer, input);
    },
    onError: (error, _input, context) => {
      client.setQueryData(queryKey, lastAnswers.get(sessionId) ?? context?.before);
      void client.invalidateQueries({ queryKey });
      toast({ title: isStale(error) ? t('conflict.title') : t('problem.title'), detail: inWords(error) });
    },
  });
}

/** What the server last said of each ad, without what is only foreseen. */
const lastAnswers = new Map<string, Session>();

function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'stale_version';
}
