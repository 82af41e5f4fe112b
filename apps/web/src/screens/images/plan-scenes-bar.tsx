'use client';
import { MIN_APPROVED_IMAGES } from '@spotsmith/contract/limits';
import type { Session } from '@spotsmith/contract/sessions';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isDesignable, isStopped, isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { RetryFailed } from '#src/screens/media/retry-failed.tsx';
import { goingOn } from '#src/screens/media/session-assets.ts';
import type { Direction } from './direction-dialog.tsx';

const DirectionDialog = dynamic(() => import('./direction-dialog.tsx').then((file) => file.DirectionDialog));

/** From the mood board to the scenes: which images go on, and what should happen in them. */
export function PlanScenesBar() {
  const { t } = useTranslator();
  const { session, goTo } = useAd();
  const [direction, setDirection] = useState<Direction>({ scenePrompt: '', clipSeconds: 3 });
  const [isDirecting, setDirecting] = useState(false);
  const chosen = goingOn(session.images);
  const failedCount = session.images.filter(({ status }) => status === 'failed').length;
  const isAll = chosen.every(({ approval }) => approval !== 'approved');

  const plan = useSessionAction<string[]>(session.id, {
    send: async ({ version }, imageIds) => {
      const approved = await callApi<Session>(`/api/sessions/${session.id}/approve-images`, {
        method: 'POST',
        body: { version, image_ids: imageIds },
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
  // What mends it stands above: nothing here competes with that.
  if (isStopped(session) && chosen.length < MIN_APPROVED_IMAGES) return null;
  const sentence =
    chosen.length < MIN_APPROVED_IMAGES
      ? t('images.tooFew', { count: MIN_APPROVED_IMAGES })
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
      {isDesignable(session) && (
        <Button look="primary" size="large" onClick={() => goTo('finish')}>
          {t('images.design')}
        </Button>
      )}
      <Button
        look={isDesignable(session) ? 'secondary' : 'primary'}
        size="large"
        disabled={chosen.length < MIN_APPROVED_IMAGES || plan.isPending}
        onClick={() => plan.mutate(chosen.map(({ id }) => id))}
      >
        {t(isAll && failedCount === 0 ? 'images.continueAll' : 'images.continue', { count: chosen.length })}
      </Button>
      {isDirecting && (
        <DirectionDialog
          direction={direction}
          onChange={(change) => setDirection((shown) => ({ ...shown, ...change }))}
          onClose={() => setDirecting(false)}
        />
      )}
    </NextBar>
  );
}
