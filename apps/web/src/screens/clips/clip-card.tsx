'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { useState } from 'react';
import { HoverVideo } from '#src/components/hover-video.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { MediaCard, type CardActions } from '#src/screens/media/media-card.tsx';
import { playedSeconds } from './played-seconds.ts';

type ClipCardProps = CardActions & { clip: Asset; number: number };

export function ClipCard({ clip, number, ...actions }: ClipCardProps) {
  const { t, seconds } = useTranslator();
  const { session, live } = useAd();
  const [isPlaying, play] = useState(false);
  const scene = session.scenes.find(({ id }) => id === clip.scene_id);
  const role = scene === undefined ? '' : t(`role.${scene.role}`);
  const name = t('clips.name', { n: number, role });
  const isQueued = (live.progress.sights[clip.id]?.ahead ?? 0) > 0;
  const isBeingMade = clip.status === 'running' && isWorking(session) && !isQueued;

  return (
    <MediaCard
      {...actions}
      asset={clip}
      name={name}
      title={role}
      facts={<span>{seconds(playedSeconds(clip))}</span>}
      waiting={t(isBeingMade ? 'clips.filming' : 'clips.waiting', {
        n: number,
        count: session.clips.length,
        role,
      })}
      openLabel={t('card.details', { name, approval: t(`approval.${clip.approval}`) })}
      onOpen={actions.onInspect}
      onLively={play}
    >
      <HoverVideo
        src={clip.url ?? ''}
        poster={clip.poster_url}
        label={name}
        isPlaying={isPlaying}
        trim={clip.trim}
        className="object-cover"
      />
    </MediaCard>
  );
}
