'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import { useEffect, useRef, useState } from 'react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { Facts } from '#src/screens/media/facts.tsx';
import { RedrawForm } from '#src/screens/media/redraw-form.tsx';
import { findAsset, withAsset } from '#src/screens/media/session-assets.ts';
import { VersionStrip } from '#src/screens/media/version-strip.tsx';

/** The selected clip: playing it, trimming it, making it again. */
export function ClipInspector({ clip, onDone }: { clip: Asset; onDone?: () => void }) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-6">
      {clip.url !== null && <Trim clip={clip} url={clip.url} />}
      <RedrawForm
        asset={clip}
        label={t('clips.prompt')}
        action={t('clips.remake')}
        hint={t('clips.remakeHint')}
        {...(onDone === undefined ? {} : { onDone })}
      />
      <VersionStrip asset={clip} />
      <Facts asset={clip} />
    </div>
  );
}

const SHORTEST_SECONDS = 0.5;

function Trim({ clip, url }: { clip: Asset; url: string }) {
  const { t, seconds } = useTranslator();
  const { session } = useAd();
  const video = useRef<HTMLVideoElement>(null);
  const length = clip.seconds ?? 0;
  const kept = [clip.trim?.in_seconds ?? 0, clip.trim?.out_seconds ?? length] as const;
  const [ends, setEnds] = useState<readonly [number, number]>(kept);
  const trim = useSessionAction<Asset['trim']>(session.id, {
    send: ({ version }, span) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${clip.id}`, {
        method: 'PATCH',
        body: { version, trim: span },
      }),
    foresee: (shown, span) => withAsset(shown, clip.id, { trim: span }),
    about: (shown) => findAsset(shown, clip.id)?.trim,
  });
  const [start, end] = ends;

  useEffect(() => {
    if (video.current !== null) video.current.currentTime = start;
  }, [start]);

  return (
    <div className="flex flex-col gap-3">
      <MediaFrame aspectRatio={clip.aspect_ratio ?? session.options.aspect_ratio} className="max-h-72">
        <video
          ref={video}
          src={url}
          {...(clip.poster_url === null ? {} : { poster: clip.poster_url })}
          controls
          muted
          playsInline
          preload="metadata"
          aria-label={t('clips.player')}
          onTimeUpdate={(event) => {
            if (event.currentTarget.currentTime >= end) {
              event.currentTarget.pause();
              event.currentTarget.currentTime = start;
            }
          }}
          className="size-full object-contain"
        />
      </MediaFrame>
      {length > SHORTEST_SECONDS && (
        <>
          <Slider
            label={t('clips.trim')}
            values={ends}
            handleLabels={[t('clips.trimStart'), t('clips.trimEnd')]}
            min={0}
            max={length}
            step={0.1}
            minDistance={SHORTEST_SECONDS}
            inWords={seconds}
            onChange={([from = 0, to = length]) => setEnds([from, to])}
            onCommit={([from = 0, to = length]) => trim.mutate({ in_seconds: from, out_seconds: to })}
          />
          {clip.trim !== null && (
            <Button
              size="small"
              look="quiet"
              className="self-start"
              onClick={() => {
                setEnds([0, length]);
                trim.mutate(null);
              }}
            >
              {t('clips.untrim')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
