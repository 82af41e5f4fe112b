'use client';
import type { Installation, Preferences } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import { Check, Minus } from 'lucide-react';
import { Badge } from '#src/components/ui/badge.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { makersAt } from '#src/screens/brief/makers.ts';
import { ModelFields } from '#src/screens/brief/model-fields.tsx';
import { KeptStatus } from './kept-status.tsx';
import { Section } from './section.tsx';
import { usePreferences } from './use-preferences.ts';

type ProvidersSectionProps = { installation: Installation; models: ModelChoice[]; initial: Preferences };

/** Who can make media here, and who makes new ads. Keys are there or not; they are never shown. */
export function ProvidersSection({ installation, models, initial }: ProvidersSectionProps) {
  const { t, maybe } = useTranslator();
  return (
    <Section id="providers" title={t('settings.providers')} lead={t('settings.providersLead')}>
      <ul className="flex flex-col">
        {installation.providers.map(({ id, name, is_ready: isReady, key_name: key }) => (
          <li key={id} className="flex items-center justify-between gap-4 border-b py-3">
            <div className="min-w-0">
              <p className="text-sm font-medium">{maybe(`provider.${id}`) ?? name}</p>
              <p className="text-sm text-quiet">
                {isReady
                  ? (maybe(`provider.${id}.ready`) ?? t('provider.ready'))
                  : t('provider.missing', { key: key ?? '' })}
              </p>
            </div>
            <Badge tone={isReady ? 'positive' : 'neutral'}>
              {isReady ? <Check aria-hidden /> : <Minus aria-hidden />}
              {t(isReady ? 'settings.ready' : 'settings.notReady')}
            </Badge>
          </li>
        ))}
      </ul>
      {models.length > 0 && <NewAds installation={installation} models={models} initial={initial} />}
    </Section>
  );
}

/** Asked where there is something to choose: with a key for hosted models. */
function NewAds({ installation, models, initial }: ProvidersSectionProps) {
  const { t, maybe, date } = useTranslator();
  const { shown, keep, isKept, error } = usePreferences(initial);
  const pricesOf =
    models
      .map((model) => model.price_as_of ?? '')
      .toSorted()
      .at(-1) ?? '';
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <Choice
        label={t('settings.newAdsBy')}
        value={shown.provider ?? 'studio'}
        options={installation.providers
          .filter(({ is_ready: isReady }) => isReady)
          .map(({ id, name }) => ({ value: id, label: maybe(`provider.${id}`) ?? name }))}
        onChange={(id) => keep({ provider: id, ...makersAt(id, shown, models) })}
      />
      <ModelFields models={models} providers={installation.providers} chosen={shown} onChange={keep} />
      {pricesOf !== '' && (
        <p className="figures text-xs text-quiet">{t('settings.pricesOf', { date: date(pricesOf) })}</p>
      )}
      <KeptStatus isKept={isKept} error={error} />
    </div>
  );
}
