'use client';
import type { Installation } from '@spotsmith/contract/account';
import type { ModelChoice } from '@spotsmith/contract/options';
import type { WishedProviders } from '@spotsmith/contract/provider-for';
import { MEDIA_KINDS, type MediaKind } from '@spotsmith/contract/words';
import { Field } from '#src/components/ui/field.tsx';
import { Select } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { type Makers, modelOf } from './makers.ts';

const STUDIO = 'studio';

type ModelFieldsProps = {
  models: readonly ModelChoice[];
  providers: Installation['providers'];
  chosen: Makers & WishedProviders;
  /** What was preferred before: then "as usual" is no choice, because it would mean that again. */
  preferred?: Makers | undefined;
  onChange: (change: Partial<Makers>) => void;
};

/** Which model of which provider makes what, each with its price; what is left open is made as the rest of the ad. */
export function ModelFields({ models, providers, chosen, preferred, onChange }: ModelFieldsProps) {
  const { t, maybe, money } = useTranslator();
  const nameOf = (id: string) =>
    maybe(`provider.${id}`) ?? providers.find((row) => row.id === id)?.name ?? id;
  const priceOf = (model: ModelChoice) => {
    const price = money(model.price_usd);
    return maybe(`price.${model.price_unit}`, { price }) ?? price;
  };
  const isPreferred = (kind: MediaKind) => {
    const owner = models.find(({ id }) => id === preferred?.[`${kind}_model`])?.provider;
    return owner !== undefined && owner === chosen.provider;
  };
  return MEDIA_KINDS.map((kind) => {
    const ofKind = models.filter((model) => model.kind === kind);
    if (ofKind.length === 0) return null;
    const [modelKey, providerKey] = [`${kind}_model`, `${kind}_provider`] as const;
    const shown = modelOf(kind, chosen, models);
    const usual = modelOf(kind, { ...chosen, [modelKey]: null, [providerKey]: null }, models);
    const choose = (value: string) =>
      onChange({
        [modelKey]: value === '' || value === STUDIO ? null : value,
        [providerKey]: value === STUDIO ? STUDIO : null,
      });
    return (
      <Field key={kind} label={t(`model.${kind}`)} {...(shown && { aside: priceOf(shown) })}>
        <Select
          value={chosen[modelKey] ?? (chosen[providerKey] === STUDIO ? STUDIO : '')}
          onChange={(event) => choose(event.target.value)}
        >
          {!isPreferred(kind) && (
            <option value="">{t('settings.modelUsual', { name: usual?.name ?? nameOf(STUDIO) })}</option>
          )}
          {[...new Set(ofKind.map(({ provider }) => provider))].map((provider) => (
            <optgroup key={provider} label={nameOf(provider)}>
              {ofKind
                .filter((model) => model.provider === provider)
                .map((model) => (
                  <option key={model.id} value={model.id}>
                    {model.name} · {priceOf(model)}
                  </option>
                ))}
            </optgroup>
          ))}
          {usual !== undefined && <option value={STUDIO}>{nameOf(STUDIO)}</option>}
        </Select>
      </Field>
    );
  });
}
