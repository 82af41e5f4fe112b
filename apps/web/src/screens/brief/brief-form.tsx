'use client';
import type { Brief, BriefEdit } from '@spotsmith/contract/brief';
import type { Session } from '@spotsmith/contract/sessions';
import { TONES } from '@spotsmith/contract/words';
import { Field } from '#src/components/ui/field.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { DraftInput, DraftTextarea } from '#src/components/draft-text.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { editBrief } from './edit-brief.ts';
import { PaletteField } from './palette-field.tsx';

/** The brief, every line to be changed. Each change is kept when its field is left. */
export function BriefForm({ brief }: { brief: Brief }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const edit = useSessionAction<BriefEdit>(session.id, {
    send: ({ version }, change) =>
      callApi<Session>(`/api/sessions/${session.id}/brief`, {
        method: 'PUT',
        body: { version, brief: change },
      }),
    foresee: (shown, change) =>
      shown.brief === null ? shown : { ...shown, brief: editBrief(shown.brief, change) },
    about: (shown) => shown.brief,
  });
  const keep = (change: BriefEdit) => edit.mutate(change);

  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('brief.product')}>
          <DraftInput
            value={brief.product.name}
            maxLength={50}
            onKeep={(product_name) => keep({ product_name })}
          />
        </Field>
        <Field label={t('brief.category')}>
          <DraftInput
            value={brief.product.category}
            maxLength={60}
            onKeep={(category) => keep({ category })}
          />
        </Field>
        <Field label={t('brief.audience')}>
          <DraftInput
            value={brief.audience}
            maxLength={120}
            mayBeEmpty
            onKeep={(audience) => keep({ audience })}
          />
        </Field>
        <Field label={t('brief.tone')}>
          <WordSelect
            words={TONES}
            value={brief.tone}
            inWords={(tone) => t(`tone.${tone}`)}
            onChoose={(tone) => keep({ tone })}
          />
        </Field>
        <Field label={t('brief.callToAction')}>
          <DraftInput
            value={brief.call_to_action}
            maxLength={30}
            onKeep={(call_to_action) => keep({ call_to_action })}
          />
        </Field>
        <PaletteField
          label={t('brief.palette')}
          emptyHint={t('brief.paletteEmpty')}
          colours={brief.palette}
          onChange={(palette) => keep({ palette })}
        />
        <div className="sm:col-span-2">
          <Field label={t('brief.description')}>
            <DraftTextarea
              value={brief.product.description}
              maxLength={400}
              mayBeEmpty
              onKeep={(description) => keep({ description })}
            />
          </Field>
        </div>
      </div>
      {brief.assumptions.length > 0 && (
        <section className="rounded-media bg-surface p-4">
          <h3 className="text-sm font-semibold">{t('brief.assumptions')}</h3>
          <ul className="mt-2 list-disc ps-5 text-sm text-quiet">
            {brief.assumptions.map((assumption) => (
              <li key={assumption} dir="auto">
                {assumption}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex flex-col gap-4">
        <div>
          <h3 className="text-base font-semibold">{t('brief.prompts')}</h3>
          <p className="text-sm text-quiet">{t('brief.promptsLead')}</p>
        </div>
        {brief.image_prompts.map(({ view, prompt }, index) => (
          // The list is as long as the ad has images and is not reordered: the place is the identity.
          <Field key={`${index}-${view}`} label={`${index + 1} · ${t(`view.${view}`)}`}>
            <DraftTextarea
              value={prompt}
              maxLength={1000}
              onKeep={(text) =>
                keep({ image_prompts: brief.image_prompts.with(index, { view, prompt: text }) })
              }
            />
          </Field>
        ))}
      </section>
    </div>
  );
}
