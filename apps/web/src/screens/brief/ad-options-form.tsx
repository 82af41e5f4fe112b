'use client';
import { ASPECT_RATIOS, TARGET_SECONDS, type AspectRatio } from '@spotsmith/contract/words';
import { Choice } from '#src/components/ui/choice.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { IMAGE_COUNTS, type AdOptions } from './ad-options.ts';
import { KeywordField } from './keyword-field.tsx';

type AdOptionsFormProps = {
  options: AdOptions;
  isHostedReady: boolean;
  onChange: (change: Partial<AdOptions>) => void;
};

export function AdOptionsForm({ options, isHostedReady, onChange }: AdOptionsFormProps) {
  const { t, seconds } = useTranslator();
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
          if (length !== undefined) onChange({ target_seconds: length });
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
        options={[
          { value: 'studio', label: t('provider.studio') },
          { value: 'replicate', label: t('provider.replicate'), isDisabled: !isHostedReady },
        ]}
        onChange={(provider) => onChange({ provider })}
      />
      <p className="-mt-4 text-xs text-quiet">
        {options.provider === 'studio' && !isHostedReady
          ? t('options.noKey')
          : t(`provider.${options.provider}Hint`)}
      </p>
      <KeywordField
        keywords={options.style_keywords}
        onChange={(style_keywords) => onChange({ style_keywords })}
      />
      {options.provider !== 'studio' && (
        <Field label={t('options.cap')} hint={t('options.capHint')}>
          <Input
            type="number"
            min={0}
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
