'use client';
import type { BrandKit, BrandLook } from '@spotsmith/contract/brand';
import { LOGO_CORNERS } from '@spotsmith/contract/words';
import { X } from 'lucide-react';
import { DraftInput } from '#src/components/draft-text.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Switch } from '#src/components/ui/switch.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { queries } from '#src/data/queries.ts';
import { useKept } from '#src/data/use-kept.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { PaletteField } from '#src/screens/brief/palette-field.tsx';
import { USUAL_ACTION_COLOUR } from '#src/screens/finish/finish-draft.ts';
import { FontSelect } from '#src/screens/finish/font-select.tsx';
import { BrandLogo } from './brand-logo.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { KeptStatus } from './kept-status.tsx';
import { Section } from './section.tsx';

/** The brand that every new ad starts from, kept with every change. */
export function BrandSection({ initial }: { initial: BrandKit }) {
  const { t } = useTranslator();
  const { shown, keep, isKept, error } = useKept<BrandKit, BrandLook>({
    queryKey: queries.brandKit().queryKey,
    path: '/api/brand-kit',
    initial,
    toKeep: ({ logo_url: _, ...look }) => look,
  });
  return (
    <Section id="brand" title={t('settings.brand')} lead={t('brand.lead')}>
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex flex-col gap-6">
          <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
            <BrandLogo url={shown.logo_url} />
            {shown.logo_url !== null && (
              <Corner corner={shown.logo_corner} onChange={(logo_corner) => keep({ logo_corner })} />
            )}
          </div>
          <div className="flex flex-wrap gap-x-10 gap-y-6">
            <PaletteField
              label={t('brand.colours')}
              emptyHint={t('brand.coloursEmpty')}
              colours={shown.colours}
              onChange={(colours) => keep({ colours })}
            />
            <ActionColour
              colour={shown.call_to_action_colour}
              onChange={(call_to_action_colour) => keep({ call_to_action_colour })}
            />
          </div>
          <FontSelect font={shown.font} usual={t('brand.usual')} onChange={(font) => keep({ font })} />
          <Switch
            label={t('brand.endCard')}
            hint={t('brand.endCardHint')}
            isOn={shown.has_end_card}
            onChange={(has_end_card) => keep({ has_end_card })}
          />
          {shown.has_end_card && (
            <Field label={t('finish.address')}>
              <DraftInput
                value={shown.url}
                maxLength={120}
                mayBeEmpty
                inputMode="url"
                dir="ltr"
                placeholder="example.com"
                onKeep={(url) => keep({ url })}
              />
            </Field>
          )}
          <KeptStatus isKept={isKept} error={error} />
        </div>
        <BrandPreview kit={shown} />
      </div>
    </Section>
  );
}

type CornerProps = { corner: BrandLook['logo_corner']; onChange: (corner: BrandLook['logo_corner']) => void };

function Corner({ corner, onChange }: CornerProps) {
  const { t } = useTranslator();
  return (
    <Field label={t('finish.corner')}>
      <WordSelect
        words={LOGO_CORNERS}
        value={corner}
        inWords={(word) => t(`corner.${word}`)}
        onChoose={onChange}
      />
    </Field>
  );
}

type ActionColourProps = { colour: string | null; onChange: (colour: string | null) => void };

function ActionColour({ colour, onChange }: ActionColourProps) {
  const { t } = useTranslator();
  const label = t('brand.ctaColour');
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      <div className="flex items-center gap-2">
        <input
          key={colour}
          type="color"
          defaultValue={colour ?? USUAL_ACTION_COLOUR}
          aria-label={t('finish.colourOf', { label })}
          onBlur={(event) => {
            const chosen = event.currentTarget.value;
            if (chosen !== (colour ?? USUAL_ACTION_COLOUR)) onChange(chosen);
          }}
          className="size-10 cursor-pointer rounded-control border border-edge bg-ground p-1"
        />
        {colour === null ? (
          <span className="text-xs text-quiet">{t('brand.usual')}</span>
        ) : (
          <IconButton label={t('brand.usual')} onClick={() => onChange(null)}>
            <X />
          </IconButton>
        )}
      </div>
    </div>
  );
}
