'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useToast } from '#src/components/ui/toaster.tsx';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { useCompose } from '#src/screens/ad-studio/use-compose.ts';
import { Timeline } from '#src/screens/clips/timeline.tsx';
import { finishFrom, usualDraft, type FinishDraft } from './finish-draft.ts';
import { FinishPreview } from './finish-preview.tsx';
import { LookForm } from './look-form.tsx';
import { SoundForm } from './sound-form.tsx';
import { TextForm } from './text-form.tsx';
import { useFinishDraft } from './use-finish-draft.ts';

const DesignedFinish = dynamic(() =>
  import('./designed/designed-finish.tsx').then((file) => file.DesignedFinish),
);

/** Designed, an ad plays live while it is changed; classic, it is its clips with a name and a call to action. */
export function FinishStep() {
  const { session } = useAd();
  const { draft, change } = useFinishDraft(session);
  const { data } = useQuery(queries.storyboard(session.id));
  const [layout, setLayout] = useState(session.finish?.layout ?? 'designed');
  const hasClips = session.clips.some(({ status }) => status === 'ready');
  if (data === undefined) return null;
  if (data.storyboard === null || layout === 'classic') {
    return <ClassicFinish onDesigned={data.product === null ? null : () => setLayout('designed')} />;
  }
  return (
    <DesignedFinish
      answer={data}
      storyboard={data.storyboard}
      draft={draft}
      onDraft={change}
      onClassic={hasClips ? () => setLayout('classic') : null}
    />
  );
}

/** Text, look and sound, on a live frame. Nothing here costs anything at a provider. */
function ClassicFinish({ onDesigned }: { onDesigned: (() => void) | null }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const { draft, isChanged, change, discard } = useFinishDraft(session);

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
      <MakeTheAd draft={draft} isChanged={isChanged} discard={discard} onDesigned={onDesigned} />
    </>
  );
}

type MakeTheAdProps = {
  draft: FinishDraft;
  isChanged: boolean;
  discard: () => () => void;
  /** To the designed ad; null where there cannot be one. */
  onDesigned: (() => void) | null;
};

function MakeTheAd({ draft, isChanged, discard, onDesigned }: MakeTheAdProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const toast = useToast();
  // From now on the ad itself says what was changed.
  const compose = useCompose(() => void discard());
  return (
    <NextBar
      sentence={t('finish.next', { count: draft.aspectRatios.length })}
      above={<Timeline pacing={draft} />}
    >
      {onDesigned !== null && <Button onClick={onDesigned}>{t('designed.toDesigned')}</Button>}
      {isChanged && (
        <Button
          disabled={compose.isPending}
          onClick={() => {
            const takeBack = discard();
            toast({
              title: t('finish.discarded'),
              action: { label: t('action.undo'), run: takeBack },
            });
          }}
        >
          {t('finish.discard')}
        </Button>
      )}
      <Button
        look="primary"
        size="large"
        disabled={isWorking(session) || compose.isPending}
        onClick={() => compose.mutate({ layout: 'classic', ...finishFrom(draft, usualDraft(session)) })}
      >
        {t(session.finals.length > 0 ? 'finish.again' : 'finish.make')}
      </Button>
    </NextBar>
  );
}
