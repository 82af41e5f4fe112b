'use client';
import type { SafeZone } from '@spotsmith/contract/options';
import type { Session } from '@spotsmith/contract/sessions';
import { clsx } from 'clsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { filmClips } from '#src/screens/clips/use-film-clips.ts';
import { FilmCard } from './film-card.tsx';
import type { FinishDraft } from './finish-draft.ts';
import { LOGO_PLACES } from './logo-places.ts';
import { MovableTitle } from './movable-title.tsx';

/** The name opens the film, the call to action closes it. */
export type TextMoment = 'opening' | 'closing';

type FilmFrameProps = {
  draft: FinishDraft;
  moment: TextMoment;
  zone: SafeZone | undefined;
  onChange: (part: Partial<FinishDraft>) => void;
};

/** A frame of the film with its text where it will stand, to be moved. */
export function FilmFrame({ draft, moment, zone, onChange }: FilmFrameProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const clips = filmClips(session);
  const line =
    moment === 'opening'
      ? { clip: clips[0], text: draft.productName, label: t('finish.name'), key: 'nameStyle' as const }
      : {
          clip: clips.at(-1),
          text: draft.callToAction,
          label: t('finish.callToAction'),
          key: 'callToActionStyle' as const,
        };
  const style = draft[line.key];
  return (
    <>
      {line.clip?.poster_url != null && (
        <img src={line.clip.poster_url} alt="" fetchPriority="high" className="size-full object-cover" />
      )}
      {zone !== undefined && <ZoneOverlay zone={zone} />}
      <MovableTitle
        text={line.text}
        label={line.label}
        font={draft.font}
        style={style}
        onMove={(place) => onChange({ [line.key]: { ...style, ...place } })}
      />
      <Logo draft={draft} />
    </>
  );
}

/** The card before or after the film. */
export function CardFrame({ draft, place }: { draft: FinishDraft; place: 'intro' | 'outro' }) {
  const { session } = useAd();
  return (
    <FilmCard
      logoUrl={logoUrlOf(session, draft)}
      name={draft.productName}
      font={draft.font}
      accent={draft.callToActionStyle.color}
      {...(place === 'outro' && { ...draft.outro, callToAction: draft.callToAction })}
    />
  );
}

/** Everything outside of the safe part is shaded. */
function ZoneOverlay({ zone }: { zone: SafeZone }) {
  const percent = (fraction: number) => `${fraction * 100}%`;
  return (
    <div
      aria-hidden
      className="absolute border border-dashed border-white shadow-[0_0_0_9999px_rgb(0_0_0/0.45)]"
      style={{
        top: percent(zone.top),
        right: percent(zone.right),
        bottom: percent(zone.bottom),
        left: percent(zone.left),
      }}
    />
  );
}

function Logo({ draft }: { draft: FinishDraft }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const url = logoUrlOf(session, draft);
  if (url === null) return null;
  return (
    <img
      src={url}
      alt={t('finish.logo')}
      className={clsx(
        'absolute max-h-[14%] max-w-[18%] object-contain',
        LOGO_PLACES[draft.logo?.corner ?? 'top-right'],
      )}
      style={{ opacity: draft.logo?.opacity ?? 1 }}
    />
  );
}

function logoUrlOf({ logos }: Session, { logo }: FinishDraft): string | null {
  return logos.find(({ id }) => id === logo?.asset_id)?.url ?? null;
}
