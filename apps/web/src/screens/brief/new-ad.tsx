'use client';
import type { Installation, Preferences } from '@spotsmith/contract/account';
import type { BrandKit } from '@spotsmith/contract/brand';
import type { ModelChoice } from '@spotsmith/contract/options';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { startAd } from '#src/data/start-ad.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { firstOptions, foreseeCost, optionsRequest } from './ad-options.ts';
import { AdOptionsForm } from './ad-options-form.tsx';
import { factsOf } from './facts.ts';
import { FactsForm } from './facts-form.tsx';
import { PhotoDrop } from './photo-drop.tsx';
import { useDraft } from './use-draft.ts';

const LONGEST_PROMPT = 2000;

type NewAdProps = {
  installation: Installation;
  models: ModelChoice[];
  preferences: Preferences;
  brandKit: BrandKit;
};

/** A new ad: one sentence, the photos, a few choices. */
export function NewAd({ installation, models, preferences, brandKit }: NewAdProps) {
  const { t, money } = useTranslator();
  const inWords = useProblemWords();
  const router = useRouter();
  const { draft, change, forget } = useDraft();
  const { prompt } = draft;
  const [photos, setPhotos] = useState<File[]>([]);
  const [options, setOptions] = useState(() => firstOptions(installation, preferences));
  const cost = foreseeCost(options, models);
  const isPromptLongEnough = prompt.trim().length >= 3;

  const start = useMutation({
    mutationFn: () => {
      const facts = factsOf(draft.facts);
      return startAd({
        prompt,
        photos,
        options: { ...optionsRequest(options), review: true, ...(facts !== undefined && { facts }) },
      });
    },
    onSuccess: (session) => {
      forget();
      router.push(`/ads/${session.id}/brief`);
    },
  });

  return (
    <Form onSend={() => start.mutate()} className="flex min-h-[calc(100dvh-3.5rem)] flex-col">
      <div className="mx-auto grid w-full max-w-6xl flex-1 gap-x-14 gap-y-8 px-4 py-6 sm:px-6 lg:grid-cols-[1fr_20rem] lg:py-10">
        <div className="flex min-w-0 flex-col gap-6">
          <div>
            <h1 className="text-xl font-semibold">{t('newAd.title')}</h1>
            <p className="mt-1 text-base text-quiet">{t('newAd.lead')}</p>
          </div>
          <Field
            label={t('newAd.prompt')}
            hint={t('newAd.promptHint')}
            aside={`${prompt.length} / ${LONGEST_PROMPT}`}
          >
            <Textarea
              value={prompt}
              onChange={(event) => change({ prompt: event.target.value })}
              placeholder={t('newAd.promptExample')}
              minLength={3}
              maxLength={LONGEST_PROMPT}
              required
              autoFocus
              className="min-h-32 text-base sm:text-base"
            />
          </Field>
          <PhotoDrop photos={photos} onChange={setPhotos} />
          <FactsForm lines={draft.facts} onChange={(facts) => change({ facts })} />
          {start.isError && <Notice tone="danger">{inWords(start.error)}</Notice>}
        </div>
        <AdOptionsForm
          options={options}
          models={models}
          preferred={preferences}
          brandKit={brandKit}
          mostUsd={installation.max_cost_per_session_usd}
          providers={installation.providers}
          onChange={(change) => setOptions((shown) => ({ ...shown, ...change }))}
        />
      </div>
      <NextBar
        width="max-w-6xl"
        sentence={
          cost.total === 0
            ? t('newAd.free')
            : t('newAd.cost', {
                total: money(cost.total),
                images: money(cost.images),
                clips: money(cost.clips),
              })
        }
      >
        <Button
          type="submit"
          look="primary"
          size="large"
          disabled={!isPromptLongEnough || start.isPending || start.isSuccess}
        >
          {start.isPending ? t('newAd.starting') : t('newAd.submit')}
        </Button>
      </NextBar>
    </Form>
  );
}
