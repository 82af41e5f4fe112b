'use client';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { FinishDraft, TextStyle } from './finish-draft.ts';
import { FontSelect } from './font-select.tsx';
import { glyphHint } from './glyph-hint.ts';

type FormProps = { draft: FinishDraft; onChange: (part: Partial<FinishDraft>) => void };

/** What the ad says, and in which face. */
export function TextForm({ draft, onChange }: FormProps) {
  const { t } = useTranslator();
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-base font-semibold">{t('finish.text')}</h3>
      <Line
        label={t('finish.name')}
        text={draft.productName}
        most={50}
        style={draft.nameStyle}
        onText={(productName) => onChange({ productName })}
        onStyle={(nameStyle) => onChange({ nameStyle })}
      />
      <Line
        label={t('finish.callToAction')}
        text={draft.callToAction}
        most={30}
        style={draft.callToActionStyle}
        onText={(callToAction) => onChange({ callToAction })}
        onStyle={(callToActionStyle) => onChange({ callToActionStyle })}
      />
      <FontSelect font={draft.font} onChange={(font) => font !== null && onChange({ font })} />
    </section>
  );
}

type LineProps = {
  label: string;
  text: string;
  most: number;
  style: TextStyle;
  onText: (text: string) => void;
  onStyle: (style: TextStyle) => void;
};

function Line({ label, text, most, style, onText, onStyle }: LineProps) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <div className="flex-1">
          <Field label={label} aside={`${text.length} / ${most}`} hint={glyphHint(t, text)}>
            <Input
              value={text}
              maxLength={most}
              dir="auto"
              onChange={(event) => onText(event.target.value)}
            />
          </Field>
        </div>
        <input
          type="color"
          value={style.color}
          aria-label={t('finish.colourOf', { label })}
          onChange={(event) => onStyle({ ...style, color: event.target.value })}
          className="size-10 cursor-pointer rounded-control border border-edge bg-ground p-1"
        />
      </div>
      <Slider
        label={t('finish.sizeOf', { label })}
        values={[style.fontSize]}
        min={24}
        max={160}
        step={2}
        inWords={(value) => `${value} px`}
        onChange={([fontSize = style.fontSize]) => onStyle({ ...style, fontSize })}
      />
    </div>
  );
}
