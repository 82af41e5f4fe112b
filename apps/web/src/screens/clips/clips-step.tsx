'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isStopped, isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { MediaGrid } from '#src/screens/media/media-grid.tsx';
import { RetryFailed } from '#src/screens/media/retry-failed.tsx';
import { useReview } from '#src/screens/media/use-review.ts';
import { useWideScreen } from '#src/screens/media/use-wide-screen.ts';
import { ClipCard } from './clip-card.tsx';
import { ClipInspector } from './clip-inspector.tsx';
import { Timeline } from './timeline.tsx';
import { filmClips, useApproveClips } from './use-film-clips.ts';

/** The clips arrive; the maker chooses, trims and puts them in order. */
export function ClipsStep() {
  const { t } = useTranslator();
  const { session } = useAd();
  const review = useReview();
  const isWide = useWideScreen();
  const [selectedScene, select] = useState<string | null>(null);
  const [isInspecting, setInspecting] = useState(false);
  const selected = session.clips.find(({ scene_id }) => scene_id === selectedScene) ?? session.clips[0];

  const inspect = (clip: Asset) => {
    select(clip.scene_id);
    if (!isWide) setInspecting(true);
  };

  return (
    <>
      <Stage
        title={t('clips.title')}
        lead={isWorking(session) ? t('clips.making') : t('clips.lead')}
        inspector={selected === undefined ? null : <ClipInspector key={selected.id} clip={selected} />}
      >
        <MediaGrid label={t('clips.title')} aspectRatio={session.options.aspect_ratio}>
          {session.clips.map((clip, index) => (
            <ClipCard
              key={clip.scene_id ?? clip.id}
              clip={clip}
              number={index + 1}
              isSelected={isWide && clip.id === selected?.id}
              onApproval={(approval) => review.mutate({ asset: clip, approval })}
              onSelect={() => select(clip.scene_id)}
              onInspect={() => inspect(clip)}
            />
          ))}
        </MediaGrid>
      </Stage>
      <ToFinish />
      {selected !== undefined && isInspecting && !isWide && (
        <LateDialog shape="sheet" isOpen onClose={() => setInspecting(false)} title={t('clips.details')}>
          <ClipInspector key={selected.id} clip={selected} onDone={() => setInspecting(false)} />
        </LateDialog>
      )}
    </>
  );
}

function ToFinish() {
  const { t } = useTranslator();
  const { session, goTo } = useAd();
  const chosen = filmClips(session);
  const failedCount = session.clips.filter(({ status }) => status === 'failed').length;
  const approve = useApproveClips(() => goTo('finish'));
  const isBusy = isWorking(session);
  // What mends it stands above: nothing here competes with that.
  if (isStopped(session) && chosen.length === 0) return null;
  const sentence = isBusy
    ? t('clips.wait')
    : chosen.length === 0
      ? t('clips.tooFew')
      : failedCount > 0
        ? t('clips.someFailed', { count: failedCount })
        : t('clips.next');

  return (
    <NextBar sentence={sentence} above={<Timeline />}>
      {failedCount > 0 && session.status === 'reviewing_videos' && <RetryFailed />}
      {!isBusy && (
        <Button
          look="primary"
          size="large"
          disabled={chosen.length === 0 || approve.isPending}
          onClick={() => approve.mutate(chosen.map(({ id }) => id))}
        >
          {t('clips.continue', { count: chosen.length })}
        </Button>
      )}
    </NextBar>
  );
}
