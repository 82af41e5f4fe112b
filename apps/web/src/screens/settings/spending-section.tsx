'use client';
import type { Installation, Preferences } from '@spotsmith/contract/account';
import { DraftInput } from '#src/components/draft-text.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { KeptStatus } from './kept-status.tsx';
import { Section } from './section.tsx';
import { usePreferences } from './use-preferences.ts';

/** What new ads and a day may cost, as this person wishes, within what the installation allows. */
export function SpendingSection({ installation, initial }: SectionProps) {
  const { t } = useTranslator();
  const { shown, keep, isKept, error } = usePreferences(initial);
  return (
    <Section id="spending" title={t('settings.spending')} lead={t('settings.spendingLead')}>
      <div className="grid max-w-2xl gap-5 sm:grid-cols-2">
        <CapField
          label={t('settings.capPerAd')}
          usd={shown.max_cost_usd}
          mostUsd={installation.max_cost_per_session_usd}
          onKeep={(max_cost_usd) => keep({ max_cost_usd })}
        />
        <CapField
          label={t('settings.capPerDay')}
          usd={shown.daily_cap_usd}
          mostUsd={installation.daily_cap_per_user_usd}
          onKeep={(daily_cap_usd) => keep({ daily_cap_usd })}
        />
      </div>
      <KeptStatus isKept={isKept} error={error} />
    </Section>
  );
}

type SectionProps = { installation: Installation; initial: Preferences };
type CapFieldProps = {
  label: string;
  usd: number | null;
  mostUsd: number;
  onKeep: (usd: number | null) => void;
};

function CapField({ label, usd, mostUsd, onKeep }: CapFieldProps) {
  const { t, money } = useTranslator();
  return (
    <Field label={label} hint={t('settings.capMost', { most: money(mostUsd) })}>
      <DraftInput
        type="number"
        inputMode="decimal"
        min={0}
        max={mostUsd}
        step="0.01"
        dir="ltr"
        value={usd === null ? '' : String(usd)}
        placeholder={String(mostUsd)}
        mayBeEmpty
        onKeep={(text) => onKeep(text === '' ? null : Math.max(0, Number(text)))}
        className="figures"
      />
    </Field>
  );
}
