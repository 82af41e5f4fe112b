'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { useArrival } from '#src/components/use-arrival.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { ApprovalFrame, CardShell } from '#src/screens/media/card-shell.tsx';
import { CardWarning } from '#src/screens/media/card-warning.tsx';
import { ReviewButtons } from '#src/screens/media/review-buttons.tsx';
import { StandInBadge } from '#src/screens/media/stand-in-badge.tsx';
import { Waiting } from '#src/screens/media/waiting.tsx';

type ImageCardProps = {
  image: Asset;
  number: number;
  isSelected: boolean;
  onApproval: (approval: Approval) => void;
  onSelect: () => void;
  onInspect: () => void;
  onPreview: () => void;
};

export function ImageCard(props: ImageCardProps) {
  const { image, number, isSelected, onApproval, onSelect, onInspect, onPreview } = props;
  const { t, money } = useTranslator();
  const { session } = useAd();
  const aspectRatio = image.aspect_ratio ?? session.options.aspect_ratio;
  const view = image.view === null ? '' : t(`view.${image.view}`);
  const name = t('images.name', { n: number, view });

  return (
    <CardShell {...{ asset: image, isSelected, onApproval, onInspect, onSelect }}>
      <ApprovalFrame approval={image.approval}>
        {image.url === null ? (
          <div data-card tabIndex={0} role="group" aria-label={name} className="rounded-media">
            <Waiting
              asset={image}
              aspectRatio={aspectRatio}
              sentence={t(
                image.status === 'running' && isWorking(session) ? 'images.drawing' : 'images.waiting',
                {
                  n: number,
                  count: session.images.length,
                  view,
                },
              )}
            />
          </div>
        ) : (
          <button
            type="button"
            data-card
            onClick={onPreview}
            aria-label={t('card.larger', { name, approval: t(`approval.${image.approval}`) })}
            className="block w-full rounded-media"
          >
            <MediaFrame aspectRatio={aspectRatio}>
              <Picture url={image.poster_url ?? image.url} isFirst={number === 1} />
            </MediaFrame>
          </button>
        )}
      </ApprovalFrame>
      <div className="flex min-h-9 items-center justify-between gap-2 ps-1">
        <p className="figures flex min-w-0 items-center gap-2 text-xs text-quiet">
          <span className="truncate text-text">{view}</span>
          {image.price_usd !== null && image.price_usd > 0 && <span>{money(image.price_usd)}</span>}
          {image.version_number > 1 && <span>{t('card.version', { n: image.version_number })}</span>}
          <StandInBadge asset={image} />
        </p>
        <ReviewButtons asset={image} name={name} onApproval={onApproval} onInspect={onInspect} />
      </div>
      <CardWarning asset={image} />
    </CardShell>
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
