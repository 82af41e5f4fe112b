'use client';
import type { ModelChoice } from '@spotsmith/contract/options';
import { Field } from '#src/components/ui/field.tsx';
import { Select } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

export type Models = Record<'image_model' | 'clip_model' | 'music_model', string | null>;

const KINDS = ['image', 'clip', 'music'] as const;

type ModelFieldsProps = {
  models: readonly ModelChoice[];
  chosen: Models;
  /** What was preferred before: then "as usual" is no choice, because it would mean that again. */
  preferred?: Models | undefined;
  onChange: (change: Partial<Models>) => void;
};

/** Which hosted model makes what, each with its price. */
export function ModelFields({ models, chosen, preferred, onChange }: ModelFieldsProps) {
  const { t, maybe, money } = useTranslator();
  const priceOf = (model: ModelChoice) => {
    const price = money(model.price_usd);
    return maybe(`price.${model.price_unit}`, { price }) ?? price;
  };
  return KINDS.map((kind) => {
    const key = `${kind}_model` as const;
    const ofKind = models.filter((model) => model.kind === kind);
    const usual = ofKind.find((model) => model.is_default);
    if (usual === undefined) return null;
    const shown = ofKind.find(({ id }) => id === chosen[key]) ?? usual;
    return (
      <Field key={kind} label={t(`model.${kind}`)} aside={priceOf(shown)}>
        <Select
          value={chosen[key] ?? ''}
          onChange={(event) => onChange({ [key]: event.target.value === '' ? null : event.target.value })}
        >
          {preferred?.[key] == null && (
            <option value="">{t('settings.modelUsual', { name: usual.name })}</option>
          )}
          {ofKind.map((model) => (
            <option key={model.id} value={model.id}>
              {model.name} · {priceOf(model)}
            </option>
          ))}
        </Select>
      </Field>
    );
  });
}
