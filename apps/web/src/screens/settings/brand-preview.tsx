'use client';
import type { BrandKit } from '@spotsmith/contract/brand';
import { clsx } from 'clsx';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { displayFace } from '#src/screens/finish/display-fonts.ts';
import { FilmCard } from '#src/screens/finish/film-card.tsx';
import { USUAL_ACTION_COLOUR } from '#src/screens/finish/finish-draft.ts';
import { LOGO_PLACES } from '#src/screens/finish/logo-places.ts';

/** A frame of the sample ad as the brand dresses it, and the card that closes it. */
export function BrandPreview({ kit }: { kit: BrandKit }) {
  const { t } = useTranslator();
  const face = displayFace(kit.font ?? 'inter');
  const action = { ...face, color: kit.call_to_action_colour ?? USUAL_ACTION_COLOUR };
  return (
    <figure className="flex max-w-md flex-col gap-3 lg:sticky lg:top-24">
      <figcaption className="text-xs text-quiet">{t('brand.preview')}</figcaption>
      <MediaFrame aspectRatio="16:9" className="@container-size">
        <img src="/samples/espresso-ad.webp" alt="" className="size-full object-cover" />
        <span className="absolute inset-0 bg-black/30" />
        <span
          dir="auto"
          style={face}
          className="absolute inset-x-0 top-[9%] text-center text-[9cqmin] leading-tight text-white [text-shadow:0_0.04em_0.25em_rgb(0_0_0/0.55)]"
        >
          {t('brand.previewName')}
        </span>
        <span
          dir="auto"
          style={action}
          className="absolute inset-x-0 bottom-[12%] text-center text-[7cqmin] [text-shadow:0_0.04em_0.25em_rgb(0_0_0/0.75)]"
        >
          {t('brand.previewAction')}
        </span>
        {kit.logo_url !== null && (
          <img
            src={kit.logo_url}
            alt=""
            className={clsx('absolute max-h-[14%] max-w-[18%] object-contain', LOGO_PLACES[kit.logo_corner])}
          />
        )}
      </MediaFrame>
      {kit.has_end_card && (
        <MediaFrame aspectRatio="16:9" className="@container-size animate-arrive border">
          <FilmCard
            logoUrl={kit.logo_url}
            name={t('brand.previewName')}
            font={kit.font ?? 'inter'}
            accent={action.color}
            callToAction={t('brand.previewAction')}
            url={kit.url}
          />
        </MediaFrame>
      )}
    </figure>
  );
}
