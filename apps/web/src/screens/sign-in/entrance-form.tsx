'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { useIsHydrated } from '#src/components/use-is-hydrated.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';

type EntranceFormProps = {
  /** Lets in whoever fills in the form. */
  entry: UseMutationResult<unknown, Error, FormData>;
  submit: string;
  pending: string;
  children: ReactNode;
};

/** The fields that let somebody in, why they did not, and the one button. */
export function EntranceForm({ entry, submit, pending, children }: EntranceFormProps) {
  const inWords = useProblemWords();
  const isReady = useIsHydrated();
  return (
    <Form onSend={(form) => entry.mutate(form)} className="flex flex-col gap-4">
      {children}
      {entry.isError && <Notice tone="danger">{inWords(entry.error)}</Notice>}
      <Button
        type="submit"
        look="primary"
        size="large"
        disabled={!isReady || entry.isPending || entry.isSuccess}
      >
        {entry.isPending ? pending : submit}
      </Button>
    </Form>
  );
}
