'use client';
import type { Asset } from '@spotsmith/contract/assets';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Kbd } from '#src/components/ui/kbd.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { MediaGrid } from '#src/screens/media/media-grid.tsx';
import { useReview } from '#src/screens/media/use-review.ts';
import { useWideScreen } from '#src/screens/media/use-wide-screen.ts';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { ImageCard } from './image-card.tsx';
import { ImageInspector } from './image-inspector.tsx';
import { PlanScenesBar } from './plan-scenes-bar.tsx';

const ImagePreview = dynamic(() => import('./image-preview.tsx').then((file) => file.ImagePreview));

/** The mood board: images arrive, the maker says which go on. */
export function ImagesStep() {
  const { t } = useTranslator();
  const { session } = useAd();
  const review = useReview();
  const isWide = useWideScreen();
  // By place, not by id: a redrawn image is a new one in the old place.
  const [selectedPlace, select] = useState(0);
  const [previewedPlace, preview] = useState<number | null>(null);
  const [isInspecting, setInspecting] = useState(false);
  const selected = session.images.find(({ position }) => position === selectedPlace) ?? session.images[0];
  const previewed = session.images.find(({ position }) => position === previewedPlace);

  const inspect = (image: Asset) => {
    select(image.position);
    if (!isWide) setInspecting(true);
  };

  return (
    <>
      <Stage
        title={t('images.title')}
        lead={isWorking(session) ? t('images.making') : t('images.lead')}
        aside={<Keys />}
        inspector={selected === undefined ? null : <ImageInspector key={selected.id} image={selected} />}
      >
        <MediaGrid label={t('images.title')} aspectRatio={session.options.aspect_ratio}>
          {session.images.map((image, index) => (
            <ImageCard
              key={image.position}
              image={image}
              number={index + 1}
              isSelected={isWide && image.id === selected?.id}
              onApproval={(approval) => review.mutate({ asset: image, approval })}
              onSelect={() => select(image.position)}
              onInspect={() => inspect(image)}
              onPreview={() => preview(image.position)}
            />
          ))}
        </MediaGrid>
      </Stage>
      <PlanScenesBar />
      {selected !== undefined && isInspecting && !isWide && (
        <LateDialog shape="sheet" isOpen onClose={() => setInspecting(false)} title={t('images.details')}>
          <ImageInspector key={selected.id} image={selected} onDone={() => setInspecting(false)} />
        </LateDialog>
      )}
      {previewed !== undefined && (
        <ImagePreview
          image={previewed}
          onMove={(by) => {
            const index = session.images.indexOf(previewed) + by;
            const next = session.images[(index + session.images.length) % session.images.length];
            if (next !== undefined) preview(next.position);
          }}
          onApproval={(approval) => review.mutate({ asset: previewed, approval })}
          onClose={() => preview(null)}
        />
      )}
    </>
  );
}

function Keys() {
  const { t } = useTranslator();
  return (
    <p className="hidden items-center gap-3 text-xs text-quiet pointer-fine:lg:flex">
      <span>
        <Kbd>A</Kbd> {t('action.approve')}
      </span>
      <span>
        <Kbd>R</Kbd> {t('action.reject')}
      </span>
      <span>
        <Kbd>D</Kbd> {t('action.redraw')}
      </span>
      <span>
        <Kbd>{t('keys.space')}</Kbd> {t('action.larger')}
      </span>
    </p>
  );
}
