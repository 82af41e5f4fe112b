'use client';
import type { JobOverview } from '@spotsmith/contract/jobs';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from '#src/screens/settings/section.tsx';

const STATES = ['created', 'active', 'retry', 'failed'] as const;

/** How many jobs of each kind wait, are at work, wait for another try and were given up. */
export function QueueDepths({ depths }: { depths: JobOverview['depths'] | undefined }) {
  const { t, maybe } = useTranslator();
  const names = [...new Set(depths?.map(({ job }) => job))];
  const countOf = (job: string, state: string) =>
    depths?.find((depth) => depth.job === job && depth.state === state)?.count ?? 0;
  return (
    <Section id="queue" title={t('operations.queue')}>
      {depths === undefined ? (
        <div aria-hidden className="shimmer h-24 rounded-control bg-raised" />
      ) : names.length === 0 ? (
        <p className="text-sm text-quiet">{t('operations.queueEmpty')}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="figures w-full min-w-md text-sm">
            <thead>
              <tr className="border-b text-xs text-quiet">
                <th scope="col" className="py-2 text-start font-normal">
                  {t('operations.kind')}
                </th>
                {STATES.map((state) => (
                  <th key={state} scope="col" className="py-2 text-end font-normal">
                    {t(`jobState.${state}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((job) => (
                <tr key={job} className="border-b">
                  <th scope="row" className="py-2 text-start font-normal">
                    {maybe(`job.${job}`) ?? job}
                  </th>
                  {STATES.map((state) => (
                    <td key={state} className="py-2 text-end">
                      {countOf(job, state)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
