'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { Download, FolderArchive } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** The finished files, each with what is in it and a way to take it. */
export function FileList({ finals }: { finals: readonly Asset[] }) {
  const { t, seconds, bytes } = useTranslator();
  const { session } = useAd();
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t('files.title')}</h3>
      <ul className="flex flex-col">
        {finals.map((final) => (
          <li
            key={final.id}
            className="figures flex items-center justify-between gap-3 border-b py-2 text-sm"
          >
            <span className="min-w-0">
              MP4 · {final.aspect_ratio}
              <span className="block text-xs text-quiet">
                <bdi>
                  {final.width} × {final.height}
                </bdi>
                {final.seconds !== null && ` · ${seconds(final.seconds)}`}
                {final.bytes !== null && ` · ${bytes(final.bytes)}`}
              </span>
            </span>
            {final.url !== null && (
              <Button asChild look="quiet" size="icon">
                <a
                  href={`/api/sessions/${session.id}/download?asset_id=${final.id}`}
                  download
                  aria-label={t('ad.downloadFormat', { format: final.aspect_ratio ?? '' })}
                >
                  <Download />
                </a>
              </Button>
            )}
          </li>
        ))}
        <li className="flex items-center justify-between gap-3 py-2 text-sm">
          <span className="min-w-0">
            {t('ad.downloadAll')}
            <span className="block text-xs text-quiet">{t('files.everything')}</span>
          </span>
          <Button asChild look="quiet" size="icon">
            <a
              href={`/api/sessions/${session.id}/archive`}
              download
              aria-label={`${t('ad.downloadAll')} (ZIP)`}
            >
              <FolderArchive />
            </a>
          </Button>
        </li>
      </ul>
    </section>
  );
}
