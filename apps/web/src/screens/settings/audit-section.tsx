'use client';
import type { AuditPage } from '@spotsmith/contract/audit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '#src/components/ui/button.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

const PAGE = 20;

/** What was done with accounts and access, for owners. */
export function AuditSection() {
  const { t, instant } = useTranslator();
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam, signal }) =>
      callApi<AuditPage>(`/api/audit?limit=${PAGE}${pageParam === null ? '' : `&before=${pageParam}`}`, {
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_before: next }) => next,
  });
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section id="audit" title={t('settings.audit')} lead={t('audit.lead')}>
      <ul className="flex flex-col">
        {events.map(({ id, at, action, actor, subject }) => (
          <li key={id} className="figures flex flex-wrap justify-between gap-x-4 border-b py-2 text-sm">
            <span className="min-w-0">
              {t(`audit.${action}`)}
              {subject !== '' && subject !== actor && (
                <span dir="auto" className="text-quiet">
                  {' '}
                  {subject}
                </span>
              )}
              <span className="block truncate text-xs text-quiet">{actor ?? t('audit.nobody')}</span>
            </span>
            <time dateTime={at} className="text-xs text-quiet">
              {instant(at)}
            </time>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="self-start" disabled={isFetching} onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </Section>
  );
}
