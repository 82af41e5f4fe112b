'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { AspectRatio } from '@spotsmith/contract/words';
import { CircleAlert } from 'lucide-react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

type WaitingProps = { asset: Asset; aspectRatio: AspectRatio; sentence: string };

/** The place of a picture that is not there yet, or did not come: same shape, with a word on why. */
export function Waiting({ asset, aspectRatio, sentence }: WaitingProps) {
  const { t, maybe } = useTranslator();
  const hasFailed = asset.status === 'failed' || asset.status === 'cancelled';
  if (hasFailed) {
    const { trouble } = asset;
    return (
      <MediaFrame
        aspectRatio={aspectRatio}
        className="grid content-center justify-items-center gap-2 p-4 text-center"
      >
        <CircleAlert aria-hidden className="size-6 stroke-[1.5] text-danger" />
        <p className="text-sm">
          {trouble === null
            ? t(`asset.${asset.status === 'failed' ? 'failed' : 'cancelled'}`)
            : (maybe(`problem.${trouble.code}`) ?? trouble.message)}
        </p>
      </MediaFrame>
    );
  }
  return (
    <MediaFrame aspectRatio={aspectRatio} className="flex items-end">
      <div className="shimmer absolute inset-0" />
      <p className="figures relative p-3 text-xs text-quiet">{sentence}</p>
    </MediaFrame>
  );
}
