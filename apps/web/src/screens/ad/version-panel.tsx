'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { Columns2, Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { finishedVersions } from './versions.ts';

const CompareVersions = dynamic(() => import('./compare-versions.tsx').then((file) => file.CompareVersions));

/** Earlier films of the ad: each stays to be had, and any two can be compared. Nothing while there is one version only. */
export function VersionPanel({ finals }: { finals: readonly Asset[] }) {
  const { t, instant } = useTranslator();
  const { session } = useAd();
  const [isComparing, setComparing] = useState(false);
  const versions = finishedVersions(finals);
  if (versions.length < 2) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t('versions.title')}</h3>
      <ul className="flex flex-col">
        {versions.map(({ n, films }) => (
          <li key={n} className="figures flex items-center justify-between gap-3 border-b py-2 text-sm">
            <span className="min-w-0">
              {t('review.version', { n })}
              <span className="block text-xs text-quiet">
                {films[0] !== undefined && instant(films[0].created_at)}
              </span>
            </span>
            <span className="flex">
              {films.map((film) => (
                <Button key={film.id} asChild look="quiet" size="small">
                  <a
                    href={`/api/sessions/${session.id}/download?asset_id=${film.id}`}
                    download
                    aria-label={t('versions.download', { n, format: film.aspect_ratio ?? '' })}
                  >
                    <Download />
                    {film.aspect_ratio}
                  </a>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => setComparing(true)}>
        <Columns2 />
        {t('versions.compare')}
      </Button>
      {isComparing && (
        <CompareVersions versions={versions} title={session.title} onClose={() => setComparing(false)} />
      )}
    </section>
  );
}
