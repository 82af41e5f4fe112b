'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { useState } from 'react';
import { HoverVideo } from '#src/components/hover-video.tsx';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { ApprovalFrame, CardShell } from '#src/screens/media/card-shell.tsx';
import { CardWarning } from '#src/screens/media/card-warning.tsx';
import { ReviewButtons } from '#src/screens/media/review-buttons.tsx';
import { StandInBadge } from '#src/screens/media/stand-in-badge.tsx';
import { Waiting } from '#src/screens/media/waiting.tsx';
import { playedSeconds } from './played-seconds.ts';

type ClipCardProps = {
  clip: Asset;
  number: number;
  isSelected: boolean;
  onApproval: (approval: Approval) => void;
  onSelect: () => void;
  onInspect: () => void;
};

export function ClipCard({ clip, number, isSelected, onApproval, onSelect, onInspect }: ClipCardProps) {
  const { t, money, seconds } = useTranslator();
  const { session } = useAd();
  const [isPlaying, play] = useState(false);
  const aspectRatio = clip.aspect_ratio ?? session.options.aspect_ratio;
  const scene = session.scenes.find(({ id }) => id === clip.scene_id);
  const role = scene === undefined ? '' : t(`role.${scene.role}`);
  const name = t('clips.name', { n: number, role });

  return (
    <CardShell {...{ asset: clip, isSelected, onApproval, onInspect, onSelect, onLively: play }}>
      <ApprovalFrame approval={clip.approval}>
        {clip.url === null ? (
          <div data-card tabIndex={0} role="group" aria-label={name} className="rounded-media">
            <Waiting
              asset={clip}
              aspectRatio={aspectRatio}
              sentence={t(
                clip.status === 'running' && isWorking(session) ? 'clips.filming' : 'clips.waiting',
                {
                  n: number,
                  count: session.clips.length,
                  role,
                },
              )}
            />
          </div>
        ) : (
          <button
            type="button"
            data-card
            onClick={onInspect}
            aria-label={t('card.details', { name, approval: t(`approval.${clip.approval}`) })}
            className="block w-full rounded-media"
          >
            <MediaFrame aspectRatio={aspectRatio}>
              <HoverVideo
                src={clip.url}
                poster={clip.poster_url}
                label={name}
                isPlaying={isPlaying}
                trim={clip.trim}
                className="object-cover"
              />
            </MediaFrame>
          </button>
        )}
      </ApprovalFrame>
      <div className="flex min-h-9 items-center justify-between gap-2 ps-1">
        <p className="figures flex min-w-0 items-center gap-2 text-xs text-quiet">
          <span className="truncate text-text">{role}</span>
          <span>{seconds(playedSeconds(clip))}</span>
          {clip.price_usd !== null && clip.price_usd > 0 && <span>{money(clip.price_usd)}</span>}
          {clip.version_number > 1 && <span>{t('card.version', { n: clip.version_number })}</span>}
          <StandInBadge asset={clip} />
        </p>
        <ReviewButtons asset={clip} name={name} onApproval={onApproval} onInspect={onInspect} />
      </div>
      <CardWarning asset={clip} />
    </CardShell>
  );
}
