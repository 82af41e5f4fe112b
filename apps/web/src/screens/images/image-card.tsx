'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { clsx } from 'clsx';
import { useArrival } from '#src/components/use-arrival.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { MediaCard, type CardActions } from '#src/screens/media/media-card.tsx';

type ImageCardProps = CardActions & { image: Asset; number: number; onPreview: () => void };

export function ImageCard({ image, number, onPreview, ...actions }: ImageCardProps) {
  const { t } = useTranslator();
  const { session, live } = useAd();
  const view = image.view === null ? '' : t(`view.${image.view}`);
  const name = t('images.name', { n: number, view });
  const isQueued = (live.progress.sights[image.id]?.ahead ?? 0) > 0;
  const isBeingDrawn = image.status === 'running' && isWorking(session) && !isQueued;

  return (
    <MediaCard
      {...actions}
      asset={image}
      name={name}
      title={view}
      waiting={t(isBeingDrawn ? 'images.drawing' : 'images.waiting', {
        n: number,
        count: session.images.length,
        view,
      })}
      openLabel={t('card.larger', { name, approval: t(`approval.${image.approval}`) })}
      onOpen={onPreview}
    >
      <Picture url={image.poster_url ?? image.url ?? ''} isFirst={number === 1} />
    </MediaCard>
  );
}

function Picture({ url, isFirst }: { url: string; isFirst: boolean }) {
  const arrival = useArrival();
  return (
    <img
      src={url}
      alt=""
      decoding="async"
      fetchPriority={isFirst ? 'high' : 'auto'}
      className={clsx('size-full object-cover', arrival)}
    />
  );
}
