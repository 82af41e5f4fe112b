'use client';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { useCompose } from '#src/screens/ad-studio/use-compose.ts';
import { Timeline } from '#src/screens/clips/timeline.tsx';
import { draftFrom, finishFrom, type FinishDraft } from './finish-draft.ts';
import { FinishPreview } from './finish-preview.tsx';
import { LookForm } from './look-form.tsx';
import { SoundForm } from './sound-form.tsx';
import { TextForm } from './text-form.tsx';

/** Text, look and sound, on a live frame. Nothing here costs anything at a provider. */
export function FinishStep() {
  const { t } = useTranslator();
  const { session } = useAd();
  const [draft, setDraft] = useState(() => draftFrom(session));
  const change = (part: Partial<FinishDraft>) => setDraft((shown) => ({ ...shown, ...part }));

  return (
    <>
      <Stage title={t('finish.title')} lead={t('finish.lead')}>
        <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <FinishPreview draft={draft} onChange={change} />
          <div className="flex flex-col gap-8">
            <TextForm draft={draft} onChange={change} />
            <LookForm draft={draft} onChange={change} />
            <SoundForm draft={draft} onChange={change} />
          </div>
        </div>
      </Stage>
      <MakeTheAd draft={draft} />
    </>
  );
}

function MakeTheAd({ draft }: { draft: FinishDraft }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const compose = useCompose();
  return (
    <NextBar sentence={t('finish.next', { count: draft.aspectRatios.length })} above={<Timeline />}>
      <Button
        look="primary"
        size="large"
        disabled={isWorking(session) || compose.isPending}
        onClick={() => compose.mutate(finishFrom(draft, draftFrom({ ...session, finish: null })))}
      >
        {t(session.finals.length > 0 ? 'finish.again' : 'finish.make')}
      </Button>
    </NextBar>
  );
}
