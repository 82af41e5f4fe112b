'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { History } from 'lucide-react';
import { useState } from 'react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { versionsOf } from './session-assets.ts';
import { useRestoreVersion } from './use-restore-version.ts';

/** Earlier drawings of the same place. Nothing is thrown away, and each can be used again while its kind is reviewed. */
export function VersionStrip({ asset }: { asset: Asset }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const [shown, show] = useState<Asset | null>(null);
  const restore = useRestoreVersion(() => show(null));
  const isReviewed = session.status === (asset.kind === 'clip' ? 'reviewing_videos' : 'reviewing_images');
  const versions = versionsOf(session, asset).filter(({ url }) => url !== null);
  if (versions.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('versions.title')}</h3>
      <ul className="grid grid-cols-3 gap-2">
        {versions.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              onClick={() => show(version)}
              aria-label={t('versions.show', { n: version.version_number })}
              className="w-full rounded-media"
            >
              <MediaFrame aspectRatio={version.aspect_ratio ?? session.options.aspect_ratio}>
                <img
                  src={version.poster_url ?? version.url ?? ''}
                  alt=""
                  className="size-full object-cover"
                />
              </MediaFrame>
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && (
        <LateDialog
          shape="stage"
          isOpen
          onClose={() => show(null)}
          title={t('versions.show', { n: shown.version_number })}
          description={shown.prompt ?? undefined}
        >
          {shown.kind === 'clip' ? (
            <video src={shown.url ?? ''} controls muted className="min-h-0 flex-1 object-contain" />
          ) : (
            <img src={shown.url ?? ''} alt="" className="min-h-0 flex-1 object-contain" />
          )}
          {isReviewed && (
            <Button
              onClick={() => restore.mutate(shown.id)}
              disabled={restore.isPending}
              className="self-center"
            >
              <History />
              {t('versions.use')}
            </Button>
          )}
        </LateDialog>
      )}
    </section>
  );
}
