'use client';
import type { Installation } from '@spotsmith/contract/account';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

export function SpendingSection({ installation }: { installation: Installation }) {
  const { t, money } = useTranslator();
  const caps = [
    [t('settings.capPerAd'), installation.max_cost_per_session_usd],
    [t('settings.capPerDay'), installation.daily_cap_per_user_usd],
  ] as const;
  return (
    <Section id="spending" title={t('settings.spending')} lead={t('settings.spendingLead')}>
      <dl className="figures flex flex-col">
        {caps.map(([name, usd]) => (
          <div key={name} className="flex justify-between gap-4 border-b py-3 text-sm">
            <dt>{name}</dt>
            <dd>{money(usd)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
