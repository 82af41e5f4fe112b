'use client';
import type { Installation } from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { ModelChoice } from '@spotsmith/contract/options';
import { ASPECT_RATIOS, TARGET_SECONDS, type AspectRatio } from '@spotsmith/contract/words';
import { Choice } from '#src/components/ui/choice.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Switch } from '#src/components/ui/switch.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { IMAGE_COUNTS, type AdOptions } from './ad-options.ts';
import { KeywordField } from './keyword-field.tsx';
import { makersAt, type Makers, usesOthers } from './makers.ts';
import { ModelFields } from './model-fields.tsx';

type AdOptionsFormProps = {
  options: AdOptions;
  providers: Installation['providers'];
  models: readonly ModelChoice[];
  preferred: Makers;
  brandKit: BrandKit;
  mostUsd: number;
  onChange: (change: Partial<AdOptions>) => void;
};

export function AdOptionsForm(props: AdOptionsFormProps) {
  const { options, providers, models, preferred, brandKit, mostUsd, onChange } = props;
  const { t, maybe, seconds } = useTranslator();
  const provider = providers.find(({ id }) => id === options.provider);
  return (
    <div className="flex flex-col gap-6">
      <Choice
        label={t('options.format')}
        value={options.aspect_ratio}
        options={ASPECT_RATIOS.map((value) => ({
          value,
          label: value,
          picture: <Shape aspectRatio={value} />,
        }))}
        onChange={(aspect_ratio) => onChange({ aspect_ratio })}
      />
      <Choice
        label={t('options.length')}
        value={String(options.target_seconds)}
        options={TARGET_SECONDS.map((value) => ({ value: String(value), label: seconds(value) }))}
        onChange={(chosen) => {
          const length = TARGET_SECONDS.find((value) => String(value) === chosen);
          if (length !== undefined) onChange({ target_seconds: length, has_chosen_length: true });
        }}
      />
      <Choice
        label={t('options.images')}
        value={String(options.num_images)}
        options={IMAGE_COUNTS.map((value) => ({ value: String(value), label: String(value) }))}
        onChange={(chosen) => onChange({ num_images: Number(chosen) })}
      />
      <Choice
        label={t('options.provider')}
        value={options.provider}
        options={providers.map(({ id, name, is_ready: isReady }) => ({
          value: id,
          label: maybe(`provider.${id}`) ?? name,
          isDisabled: !isReady,
        }))}
        onChange={(id) => onChange({ provider: id, ...makersAt(id, preferred, models) })}
      />
      <p className="-mt-4 text-xs text-quiet">
        {options.provider === 'studio' && !providers.some(({ id, is_ready }) => id !== 'studio' && is_ready)
          ? t('options.noKey')
          : (maybe(`provider.${options.provider}Hint`) ??
            t('provider.hint', { name: provider?.name ?? options.provider }))}
      </p>
      <KeywordField
        keywords={options.style_keywords}
        onChange={(style_keywords) => onChange({ style_keywords })}
      />
      {isSomething(brandKit) && (
        <BrandSwitch
          kit={brandKit}
          isOn={options.use_brand_kit}
          onChange={(use_brand_kit) => onChange({ use_brand_kit })}
        />
      )}
      <ModelFields
        models={models}
        providers={providers}
        chosen={options}
        preferred={preferred}
        onChange={onChange}
      />
      {usesOthers(options) && (
        <Field label={t('options.cap')} hint={t('options.capHint')}>
          <Input
            type="number"
            min={0}
            max={mostUsd}
            step="0.01"
            required
            value={options.max_cost_usd}
            onChange={(event) => onChange({ max_cost_usd: event.target.valueAsNumber || 0 })}
            className="figures"
          />
        </Field>
      )}
    </div>
  );
}

function isSomething({ colours, font, logo_url, call_to_action_colour, has_end_card }: BrandKit): boolean {
  return (
    colours.length > 0 ||
    has_end_card ||
    [font, logo_url, call_to_action_colour].some((part) => part !== null)
  );
}

type BrandSwitchProps = { kit: BrandKit; isOn: boolean; onChange: (isOn: boolean) => void };

function BrandSwitch({ kit, isOn, onChange }: BrandSwitchProps) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-3 rounded-media bg-surface p-4">
      <Switch label={t('brand.use')} hint={t('brand.useHint')} isOn={isOn} onChange={onChange} />
      {isOn && (kit.logo_url !== null || kit.colours.length > 0) && (
        <div className="flex items-center gap-3">
          {kit.logo_url !== null && (
            <img src={kit.logo_url} alt={t('finish.logo')} className="h-7 max-w-24 object-contain" />
          )}
          <span aria-hidden className="flex gap-1">
            {kit.colours.map((colour, index) => (
              <span
                key={`${index}-${colour}`}
                className="size-5 rounded-full border border-line"
                style={{ background: colour }}
              />
            ))}
          </span>
        </div>
      )}
    </div>
  );
}

/** The format as a little frame. */
export function Shape({ aspectRatio }: { aspectRatio: AspectRatio }) {
  const [width = 1, height = 1] = aspectRatio.split(':').map(Number);
  const unit = 16 / Math.max(width, height);
  return (
    <svg aria-hidden viewBox="0 0 18 18" className="size-4.5 fill-none stroke-current">
      <rect
        x={9 - (width * unit) / 2}
        y={9 - (height * unit) / 2}
        width={width * unit}
        height={height * unit}
        rx="2"
        strokeWidth="1.5"
      />
    </svg>
  );
}
