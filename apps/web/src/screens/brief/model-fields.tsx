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
  const priced = (model: ModelChoice) => {
    const price = money(model.price_usd);
    return `${model.name} · ${maybe(`price.${model.price_unit}`, { price }) ?? price}`;
  };
  return KINDS.map((kind) => {
    const key = `${kind}_model` as const;
    const ofKind = models.filter((model) => model.kind === kind);
    const usual = ofKind.find((model) => model.is_default);
    if (usual === undefined) return null;
    return (
      <Field key={kind} label={t(`model.${kind}`)}>
        <Select
          value={chosen[key] ?? ''}
          onChange={(event) => onChange({ [key]: event.target.value === '' ? null : event.target.value })}
        >
          {preferred?.[key] == null && (
            <option value="">{t('settings.modelUsual', { name: priced(usual) })}</option>
          )}
          {ofKind.map((model) => (
            <option key={model.id} value={model.id}>
              {priced(model)}
            </option>
          ))}
        </Select>
      </Field>
    );
  });
}
