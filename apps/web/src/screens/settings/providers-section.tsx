'use client';
import type { Installation } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import { Check, Minus } from 'lucide-react';
import { Badge } from '#src/components/ui/badge.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

/** Who can make media here. Keys are there or not; they are never shown. */
export function ProvidersSection({
  installation,
  models,
}: {
  installation: Installation;
  models: ModelChoice[];
}) {
  const { t, maybe } = useTranslator();
  return (
    <Section id="providers" title={t('settings.providers')} lead={t('settings.providersLead')}>
      <ul className="flex flex-col">
        {installation.providers.map(({ id, is_ready: isReady, note }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-b py-3">
            <div className="min-w-0">
              <p className="text-sm font-medium">{maybe(`provider.${id}`) ?? id}</p>
              <p className="text-sm text-quiet">
                {maybe(`provider.${id}.${isReady ? 'ready' : 'missing'}`) ?? note}
              </p>
            </div>
            <Badge tone={isReady ? 'positive' : 'neutral'}>
              {isReady ? <Check aria-hidden /> : <Minus aria-hidden />}
              {t(isReady ? 'settings.ready' : 'settings.notReady')}
            </Badge>
          </li>
        ))}
      </ul>
      {models.length > 0 && <ModelTable models={models} />}
    </Section>
  );
}

function ModelTable({ models }: { models: ModelChoice[] }) {
  const { t, money } = useTranslator();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('settings.models')}>
      <table className="figures w-full min-w-lg text-sm">
        <caption className="pb-2 text-start text-sm font-medium">{t('settings.models')}</caption>
        <tbody>
          {models.map((model) => (
            <tr key={`${model.kind}-${model.id}`} className="border-b">
              <th scope="row" className="py-2 text-start font-normal">
                {model.name}
                {model.is_default && (
                  <span className="ms-2 text-xs text-accent">{t('settings.default')}</span>
                )}
              </th>
              <td className="py-2 text-quiet">{t(`model.${model.kind}`)}</td>
              <td className="py-2 text-end">
                {money(model.price_usd)} / {model.price_unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
