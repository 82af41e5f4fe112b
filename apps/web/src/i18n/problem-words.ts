'use client';
import { ApiProblem } from '#src/data/api-problem.ts';
import { useTranslator } from './translator-context.tsx';

/** The sentence for whatever went wrong: ours where we have one for the code, else the server's own. */
export function useProblemWords(): (error: unknown) => string {
  const { t, maybe } = useTranslator();
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('problem.unexpected');
    return maybe(`problem.${error.code}`) ?? error.message;
  };
}
