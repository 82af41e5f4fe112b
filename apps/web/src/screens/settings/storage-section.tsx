'use client';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

/** How much room files take, and what is left of it. */
export function StorageSection() {
  const { t, bytes } = useTranslator();
  const { data: use } = useQuery(queries.diskUse());
  const { data: installation } = useQuery(queries.installation());
  const retentionDays = installation?.retention_days ?? null;
  const rows = [
    [t('storage.own'), use?.own_bytes],
    [t('storage.all'), use?.all_bytes],
    [t('storage.free'), use?.free_bytes],
  ] as const;
  return (
    <Section id="storage" title={t('settings.storage')} lead={t('storage.lead')}>
      {use === undefined ? (
        <div aria-hidden className="shimmer h-11 rounded-control bg-raised" />
      ) : (
        <dl className="figures flex flex-col">
          {rows.map(([name, size]) =>
            size == null ? null : (
              <div key={name} className="flex justify-between gap-4 border-b py-3 text-sm">
                <dt>{name}</dt>
                <dd>{bytes(size)}</dd>
              </div>
            ),
          )}
        </dl>
      )}
      {retentionDays !== null && (
        <p className="pt-3 text-sm text-quiet">{t('storage.retention', { count: retentionDays })}</p>
      )}
    </Section>
  );
}
