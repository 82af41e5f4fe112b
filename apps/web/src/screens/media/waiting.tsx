'use client';
import { providerFor } from '@spotsmith/contract/provider-for';
import type { Asset } from '@spotsmith/contract/assets';
import type { AspectRatio } from '@spotsmith/contract/words';
import { CircleAlert, RefreshCw } from 'lucide-react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { SightWords } from './sight-words.tsx';
import { useRedraw } from './use-redraw.ts';

type WaitingProps = { asset: Asset; aspectRatio: AspectRatio; sentence: string };

/** The place of a picture that is not there yet, in the same shape, or why it did not come. */
export function Waiting({ asset, aspectRatio, sentence }: WaitingProps) {
  const { t } = useTranslator();
  const { session, live } = useAd();
  if (asset.status === 'failed' || asset.status === 'cancelled') return <Failed asset={asset} />;
  const sight = isWorking(session) ? live.progress.sights[asset.id] : undefined;
  return (
    <MediaFrame aspectRatio={aspectRatio} className="flex items-end">
      {sight?.picture !== undefined && (
        <img
          src={sight.picture}
          alt={t('sight.preview')}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {isWorking(session) && <div className="shimmer absolute inset-0" />}
      {sight === undefined ? (
        <p className="figures relative p-3 text-xs text-quiet">{sentence}</p>
      ) : (
        <SightWords sight={sight} sentence={sentence} />
      )}
    </MediaFrame>
  );
}

/** Why it failed, and what mends it. As tall as the words need. */
function Failed({ asset }: { asset: Asset }) {
  const { t, maybe } = useTranslator();
  const { session } = useAd();
  const redraw = useRedraw(asset);
  const isBusy = isWorking(session) || redraw.isPending;
  const { trouble } = asset;
  return (
    <div className="flex min-h-40 flex-col items-center justify-center gap-3 rounded-media border border-line bg-danger-wash p-4 text-center">
      <CircleAlert aria-hidden className="size-6 stroke-[1.5] text-danger" />
      <p className="max-w-[46ch] text-sm text-pretty">
        {trouble === null
          ? t(`asset.${asset.status === 'failed' ? 'failed' : 'cancelled'}`)
          : (maybe(`problem.${trouble.code}`) ?? trouble.message)}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="small" disabled={isBusy} onClick={() => redraw.mutate({})}>
          <RefreshCw />
          {t('action.retry')}
        </Button>
        {providerFor(asset.kind === 'clip' ? 'clip' : 'image', session.options, 'studio') !== 'studio' && (
          <Button
            size="small"
            look="quiet"
            disabled={isBusy}
            onClick={() => redraw.mutate({ provider: 'studio' })}
          >
            {t('redraw.local')}
          </Button>
        )}
      </div>
    </div>
  );
}
