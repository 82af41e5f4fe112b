'use client';
import type { JobOverview } from '@spotsmith/contract/jobs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '#src/components/ui/badge.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from '#src/screens/settings/section.tsx';

type TroubledJob = JobOverview['troubled'][number];

/** Jobs that were given up, are tried again and again, or are at work for very long. */
export function TroubledJobs({ jobs }: { jobs: TroubledJob[] | undefined }) {
  const { t } = useTranslator();
  return (
    <Section id="jobs" title={t('operations.troubled')} lead={t('operations.troubledLead')}>
      {jobs === undefined ? (
        <div aria-hidden className="shimmer h-11 rounded-control bg-raised" />
      ) : jobs.length === 0 ? (
        <p className="text-sm text-quiet">{t('operations.noTrouble')}</p>
      ) : (
        <ul className="flex flex-col">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function JobRow({ job }: { job: TroubledJob }) {
  const { t, maybe, date } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (how: 'retry' | 'discard') =>
      how === 'retry'
        ? callApi(`/api/jobs/${job.id}/retry`, { method: 'POST' })
        : callApi(`/api/jobs/${job.id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queries.jobs().queryKey }),
  });
  const name = maybe(`job.${job.job}`) ?? job.job;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b py-3 text-sm">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          {name}
          <Badge tone={job.state === 'failed' ? 'danger' : 'warning'}>{t(`jobState.${job.state}`)}</Badge>
        </p>
        <p className="figures mt-1 text-xs text-quiet">
          {t('operations.tried', { count: job.tried_times })} · {date(job.created_at)}
          {job.session_id !== null && (
            <>
              {' · '}
              <Link className="underline" href={`/ads/${job.session_id}`}>
                {t('operations.openAd')}
              </Link>
            </>
          )}
        </p>
        {job.error !== null && (
          <p className="mt-1 break-words text-quiet" dir="auto">
            {job.error}
          </p>
        )}
        {act.isError && <Notice tone="danger">{inWords(act.error)}</Notice>}
      </div>
      <div className="flex gap-2">
        {job.state === 'failed' && (
          <Button size="small" disabled={act.isPending} onClick={() => act.mutate('retry')}>
            <RotateCcw />
            {t('operations.retry')}
          </Button>
        )}
        {job.state !== 'active' && (
          <Button look="quiet" size="small" disabled={act.isPending} onClick={() => act.mutate('discard')}>
            <Trash2 />
            {t('operations.discard')}
          </Button>
        )}
      </div>
    </li>
  );
}
