'use client';
import type { SafeZone } from '@spotsmith/contract/options';
import type { AspectRatio } from '@spotsmith/contract/words';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { RotateCcw } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { filmClips } from '#src/screens/clips/use-film-clips.ts';
import { displayFace } from './display-fonts.ts';
import { usualDraft, type FinishDraft, type TextStyle } from './finish-draft.ts';
import { LOGO_PLACES } from './logo-places.ts';

type FinishPreviewProps = { draft: FinishDraft; onChange: (part: Partial<FinishDraft>) => void };
type Moment = 'opening' | 'closing';

/** The text where it will stand, on a frame of the film: the name opens it, the call to action closes it. */
export function FinishPreview({ draft, onChange }: FinishPreviewProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const [moment, setMoment] = useState<Moment>('opening');
  const [format, setFormat] = useState<AspectRatio | null>(null);
  const [zoneId, setZone] = useState('none');
  const styleKey = moment === 'opening' ? 'nameStyle' : 'callToActionStyle';
  const style = draft[styleKey];
  const usual = usualDraft(session)[styleKey];
  const move = ({ x, y }: Place) => onChange({ [styleKey]: { ...style, x, y } });
  const clips = filmClips(session);
  const clip = moment === 'opening' ? clips[0] : clips.at(-1);
  const shown =
    draft.aspectRatios.find((aspectRatio) => aspectRatio === format) ?? draft.aspectRatios[0] ?? '16:9';
  const { data: options } = useQuery(queries.options());
  const zones = options?.safe_zones.filter((zone) => zone.aspect_ratio === shown) ?? [];
  const zone = zones.find(({ id }) => id === zoneId);

  return (
    <div className="flex flex-col gap-4 xl:sticky xl:top-20">
      <MediaFrame aspectRatio={shown} spareRem={30} className="@container-size">
        {clip?.poster_url != null && (
          <img src={clip.poster_url} alt="" fetchPriority="high" className="size-full object-cover" />
        )}
        {zone !== undefined && <ZoneOverlay zone={zone} />}
        <Title
          text={moment === 'opening' ? draft.productName : draft.callToAction}
          label={t(moment === 'opening' ? 'finish.name' : 'finish.callToAction')}
          font={draft.font}
          style={style}
          onMove={move}
        />
        <Logo draft={draft} />
      </MediaFrame>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choice
          isLabelHidden
          label={t('finish.moment')}
          value={moment}
          options={[
            { value: 'opening', label: t('finish.opening') },
            { value: 'closing', label: t('finish.closing') },
          ]}
          onChange={setMoment}
        />
        {draft.aspectRatios.length > 1 && (
          <Choice
            isLabelHidden
            label={t('options.format')}
            value={shown}
            options={draft.aspectRatios.map((value) => ({ value, label: value }))}
            onChange={setFormat}
          />
        )}
        <Choice
          isLabelHidden
          label={t('finish.safeZone')}
          value={zone?.id ?? 'none'}
          options={[
            { value: 'none', label: t('finish.noZone') },
            ...zones.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setZone}
        />
        {(style.x !== usual.x || style.y !== usual.y) && (
          <Button look="quiet" onClick={() => move(usual)}>
            <RotateCcw />
            {t('finish.putBack')}
          </Button>
        )}
      </div>
      <p className="text-xs text-quiet">{t('finish.moveHint')}</p>
    </div>
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

type Place = Pick<TextStyle, 'x' | 'y'>;
type TitleProps = {
  text: string;
  label: string;
  font: string;
  style: TextStyle;
  onMove: (place: Place) => void;
};

const NUDGE = 0.01;

/** A line of text that can be dragged, or moved with the arrow keys. */
function Title({ text, label, font, style, onMove }: TitleProps) {
  const { t } = useTranslator();
  const grip = useRef<{ x: number; y: number } | null>(null);
  if (text.trim() === '') return null;

  const move = (x: number, y: number) =>
    onMove({ x: Math.round(clamp(x) * 1000) / 1000, y: Math.round(clamp(y) * 1000) / 1000 });
  const fractionOf = (event: PointerEvent<HTMLElement>) => {
    const canvas = event.currentTarget.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: (event.clientX - canvas.left) / canvas.width,
      y: (event.clientY - canvas.top) / canvas.height,
    };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = fractionOf(event);
    grip.current = { x: at.x - style.x, y: at.y - style.y };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (grip.current === null) return;
    const at = fractionOf(event);
    move(at.x - grip.current.x, at.y - grip.current.y);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = {
      ArrowLeft: [-NUDGE, 0],
      ArrowRight: [NUDGE, 0],
      ArrowUp: [0, -NUDGE],
      ArrowDown: [0, NUDGE],
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [dx = 0, dy = 0] = by;
    move(style.x + dx, style.y + dy);
  };

  return (
    <button
      type="button"
      aria-label={`${text}. ${t('finish.moveText', { label })}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
      dir="auto"
      className="absolute max-w-[88%] -translate-x-1/2 -translate-y-1/2 cursor-move touch-none text-center leading-tight text-balance [text-shadow:0_0.04em_0.25em_rgb(0_0_0/0.55)]"
      style={{
        ...displayFace(font),
        left: `${style.x * 100}%`,
        top: `${style.y * 100}%`,
        color: style.color,
        width: 'max-content',
        fontSize: `${(style.fontSize / 1080) * 100}cqmin`,
      }}
    >
      {text}
    </button>
  );
}

function Logo({ draft }: { draft: FinishDraft }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const { logo } = draft;
  const url = session.logos.find(({ id }) => id === logo?.asset_id)?.url;
  if (logo === null || url == null) return null;
  return (
    <img
      src={url}
      alt={t('finish.logo')}
      className={clsx(
        'absolute max-h-[14%] max-w-[18%] object-contain',
        LOGO_PLACES[logo.corner ?? 'top-right'],
      )}
      style={{ opacity: logo.opacity ?? 1 }}
    />
  );
}

function clamp(fraction: number): number {
  return Math.min(0.98, Math.max(0.02, fraction));
}
