'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { usualDraft, type FinishDraft } from './finish-draft.ts';
import { CardFrame, FilmFrame, type TextMoment } from './preview-frames.tsx';

type FinishPreviewProps = { draft: FinishDraft; onChange: (part: Partial<FinishDraft>) => void };
type Moment = 'intro' | TextMoment | 'outro';

/** What the ad shows at its moments: a card before it, the name, the call to action, a card after it. */
export function FinishPreview({ draft, onChange }: FinishPreviewProps) {
  const { t } = useTranslator();
  const [wanted, setMoment] = useState<Moment>('opening');
  const [format, setFormat] = useState<AspectRatio | null>(null);
  const [zoneId, setZone] = useState('none');
  const moments = momentsOf(draft);
  const moment = moments.includes(wanted) ? wanted : 'opening';
  const shown =
    draft.aspectRatios.find((aspectRatio) => aspectRatio === format) ?? draft.aspectRatios[0] ?? '16:9';
  const { data: options } = useQuery(queries.options());
  const zones = options?.safe_zones.filter((zone) => zone.aspect_ratio === shown) ?? [];
  const zone = zones.find(({ id }) => id === zoneId);

  return (
    <div className="flex flex-col gap-4 xl:sticky xl:top-20">
      <MediaFrame aspectRatio={shown} spareRem={30} className="@container-size">
        {moment === 'intro' || moment === 'outro' ? (
          <CardFrame draft={draft} place={moment} />
        ) : (
          <FilmFrame draft={draft} moment={moment} zone={zone} onChange={onChange} />
        )}
      </MediaFrame>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Choice
          isLabelHidden
          label={t('finish.moment')}
          value={moment}
          options={moments.map((value) => ({ value, label: t(`finish.${value}`) }))}
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
        {moment === 'opening' && <PutBack styleKey="nameStyle" draft={draft} onChange={onChange} />}
        {moment === 'closing' && <PutBack styleKey="callToActionStyle" draft={draft} onChange={onChange} />}
      </div>
      <p className="text-xs text-quiet">{t('finish.moveHint')}</p>
    </div>
  );
}

/** In the order of the film. */
function momentsOf({ hasIntro, outro }: FinishDraft): Moment[] {
  return [
    ...(hasIntro ? (['intro'] as const) : []),
    'opening',
    'closing',
    ...(outro === null ? [] : (['outro'] as const)),
  ];
}

type PutBackProps = FinishPreviewProps & { styleKey: 'nameStyle' | 'callToActionStyle' };

/** For text that was moved: back to where the compositor puts it, on every canvas. */
function PutBack({ styleKey, draft, onChange }: PutBackProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const style = draft[styleKey];
  const { x, y } = usualDraft(session)[styleKey];
  if (style.x === x && style.y === y) return null;
  return (
    <Button look="quiet" onClick={() => onChange({ [styleKey]: { ...style, x, y } })}>
      <RotateCcw />
      {t('finish.putBack')}
    </Button>
  );
}
