'use client';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '#src/components/ui/notice.tsx';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { PeopleUse } from './people-use.tsx';
import { QueueDepths } from './queue-depths.tsx';
import { TroubledJobs } from './troubled-jobs.tsx';

/** How the installation is at work, for owners. */
export function Operations() {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const { data: jobs, error } = useQuery(queries.jobs());
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-14 px-4 py-6 sm:px-6 lg:py-10">
      <div>
        <h1 className="text-xl font-semibold">{t('operations.title')}</h1>
        <p className="mt-1 max-w-[70ch] text-sm text-quiet">{t('operations.lead')}</p>
      </div>
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      <TroubledJobs jobs={jobs?.troubled} />
      <QueueDepths depths={jobs?.depths} />
      <PeopleUse />
    </div>
  );
}
