'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import type { ReactNode } from 'react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { ApprovalFrame, CardShell } from './card-shell.tsx';
import { CardWarning } from './card-warning.tsx';
import { ReviewButtons } from './review-buttons.tsx';
import { StandInBadge } from './stand-in-badge.tsx';
import { Waiting } from './waiting.tsx';

/** What a card of a grid tells of itself. */
export type CardActions = {
  isSelected: boolean;
  onApproval: (approval: Approval) => void;
  onSelect: () => void;
  onInspect: () => void;
};

type MediaCardProps = CardActions & {
  asset: Asset;
  /** What the card shows, for screen readers: "Image 3, front". */
  name: string;
  /** In a word or two below the picture: its view, its role. */
  title: string;
  /** Further facts beside the title. */
  facts?: ReactNode;
  /** Stands in the picture's place until it comes. */
  waiting: string;
  /** What opening the picture does, for screen readers. */
  openLabel: string;
  onOpen: () => void;
  onLively?: (isLively: boolean) => void;
  /** The picture. */
  children: ReactNode;
};

/** One image or clip of the grid: the picture, or why there is none; below it what it is, and what to say to it. */
export function MediaCard(props: MediaCardProps) {
  const { asset, name, title, facts, waiting, openLabel, onOpen, children, ...shell } = props;
  const { t, money } = useTranslator();
  const { session } = useAd();
  const aspectRatio = asset.aspect_ratio ?? session.options.aspect_ratio;
  return (
    <CardShell asset={asset} {...shell}>
      <ApprovalFrame approval={asset.approval}>
        {asset.url === null ? (
          <div data-card tabIndex={0} role="group" aria-label={name} className="rounded-media">
            <Waiting asset={asset} aspectRatio={aspectRatio} sentence={waiting} />
          </div>
        ) : (
          <button
            type="button"
            data-card
            onClick={onOpen}
            aria-label={openLabel}
            className="block w-full rounded-media"
          >
            <MediaFrame aspectRatio={aspectRatio}>{children}</MediaFrame>
          </button>
        )}
      </ApprovalFrame>
      {/* On a narrow card the buttons go below the words instead of cutting them off. */}
      <div className="flex min-h-9 items-center justify-between gap-2 ps-1 @max-3xs:flex-col @max-3xs:items-stretch">
        <p className="figures flex min-w-0 items-center gap-2 text-xs text-quiet">
          <span className="truncate text-text">{title}</span>
          {facts}
          {asset.price_usd !== null && asset.price_usd > 0 && <span>{money(asset.price_usd)}</span>}
          {asset.version_number > 1 && <span>{t('card.version', { n: asset.version_number })}</span>}
          <StandInBadge asset={asset} />
        </p>
        <ReviewButtons asset={asset} name={name} onApproval={shell.onApproval} onInspect={shell.onInspect} />
      </div>
      <CardWarning asset={asset} />
    </CardShell>
  );
}
