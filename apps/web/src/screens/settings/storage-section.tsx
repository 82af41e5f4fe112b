'use client';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

/** How much room files take, what is left of it, and how much of the rest one may have. */
export function StorageSection() {
  const { t, bytes, count } = useTranslator();
  const { data: use } = useQuery(queries.diskUse());
  const { data: quotas } = useQuery(queries.quotas());
  const { data: installation } = useQuery(queries.installation());
  const retentionDays = installation?.retention_days ?? null;
  const rows = [
    ...(quotas ?? []).map(({ name, used, most }) => {
      const inWords = name === 'disk_bytes' ? bytes : count;
      const value =
        most === null ? inWords(used) : t('storage.of', { used: inWords(used), most: inWords(most) });
      return [t(`quota.${name}`), value] as const;
    }),
    ...[[t('storage.all'), use?.all_bytes] as const, [t('storage.free'), use?.free_bytes] as const].flatMap(
      ([name, size]) => (size == null ? [] : [[name, bytes(size)] as const]),
    ),
  ];
  return (
    <Section id="storage" title={t('settings.storage')} lead={t('storage.lead')}>
      {quotas === undefined || use === undefined ? (
        <div aria-hidden className="shimmer h-11 rounded-control bg-raised" />
      ) : (
        <dl className="figures flex flex-col">
          {rows.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 border-b py-3 text-sm">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {retentionDays !== null && (
        <p className="pt-3 text-sm text-quiet">{t('storage.retention', { count: retentionDays })}</p>
      )}
    </Section>
  );
}
