'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { RetryFailed } from '#src/screens/media/retry-failed.tsx';
import { goingOn } from '#src/screens/media/session-assets.ts';

const FEWEST = 2;
const USUAL_SECONDS = 3;

type Direction = { imageIds: string[]; scenePrompt: string; clipSeconds: number };

/** From the mood board to the scenes: which images go on, and what should happen in them. */
export function PlanScenesBar() {
  const { t } = useTranslator();
  const { session, goTo } = useAd();
  const [scenePrompt, setScenePrompt] = useState('');
  const [clipSeconds, setClipSeconds] = useState(USUAL_SECONDS);
  const [isDirecting, setDirecting] = useState(false);
  const chosen = goingOn(session.images);
  const failedCount = session.images.filter(({ status }) => status === 'failed').length;
  const isAll = chosen.every(({ approval }) => approval !== 'approved');

  const plan = useSessionAction<Direction>(session.id, {
    send: async ({ version }, direction) => {
      const approved = await callApi<Session>(`/api/sessions/${session.id}/approve-images`, {
        method: 'POST',
        body: { version, image_ids: direction.imageIds },
      });
      return callApi<Session>('/api/generate-clips', {
        method: 'POST',
        body: {
          session_id: session.id,
          version: approved.version,
          scene_prompt: direction.scenePrompt,
          clip_seconds: direction.clipSeconds,
        },
        idempotencyKey: newKey(),
      });
    },
    about: ({ images }) => images.map(({ id, approval }) => [id, approval]),
    onDone: () => goTo('scenes'),
  });

  if (session.status === 'generating_images') return <NextBar sentence={t('images.wait')} />;
  if (isWorking(session)) return null;
  const sentence =
    chosen.length < FEWEST
      ? t('images.tooFew', { count: FEWEST })
      : failedCount > 0
        ? t('images.someFailed', { count: failedCount })
        : t(isAll ? 'images.nextAll' : 'images.next');

  // Planned scenes are kept: images added later are put in on the Scenes step.
  if (session.status === 'reviewing_scenes') {
    return (
      <NextBar sentence={t('images.planned')}>
        <Button look="primary" onClick={() => goTo('scenes')}>
          {t('images.toScenes')}
        </Button>
      </NextBar>
    );
  }
  return (
    <NextBar sentence={sentence}>
      {failedCount > 0 && session.status === 'reviewing_images' && <RetryFailed />}
      <Button onClick={() => setDirecting(true)}>{t('images.direct')}</Button>
      <Button
        look="primary"
        size="large"
        disabled={chosen.length < FEWEST || plan.isPending}
        onClick={() => plan.mutate({ imageIds: chosen.map(({ id }) => id), scenePrompt, clipSeconds })}
      >
        {t(isAll && failedCount === 0 ? 'images.continueAll' : 'images.continue', { count: chosen.length })}
      </Button>
      <Dialog
        isOpen={isDirecting}
        onClose={() => setDirecting(false)}
        title={t('direction.title')}
        description={t('direction.lead')}
      >
        <div className="flex flex-col gap-5">
          <Field label={t('direction.prompt')} aside={`${scenePrompt.length} / 500`}>
            <Textarea
              value={scenePrompt}
              onChange={(event) => setScenePrompt(event.target.value)}
              maxLength={500}
              placeholder={t('direction.example')}
            />
          </Field>
          <ClipLength value={clipSeconds} onChange={setClipSeconds} />
          <Button look="primary" onClick={() => setDirecting(false)}>
            {t('action.done')}
          </Button>
        </div>
      </Dialog>
    </NextBar>
  );
}

function ClipLength({ value, onChange }: { value: number; onChange: (seconds: number) => void }) {
  const { t, seconds } = useTranslator();
  return (
    <Slider
      label={t('direction.length')}
      values={[value]}
      min={2}
      max={6}
      step={0.5}
      inWords={seconds}
      onChange={([chosen = USUAL_SECONDS]) => onChange(chosen)}
    />
  );
}
