'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { ASPECT_RATIOS, LOGO_CORNERS, RESOLUTIONS, TRANSITIONS } from '@spotsmith/contract/words';
import { Upload } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Choice, Choices } from '#src/components/ui/choice.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { Switch } from '#src/components/ui/switch.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { callApi } from '#src/data/call-api.ts';
import { LOGO_TYPES, uploadFile } from '#src/data/upload-file.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { Shape } from '#src/screens/brief/ad-options-form.tsx';
import type { FinishDraft } from './finish-draft.ts';

type FormProps = { draft: FinishDraft; onChange: (part: Partial<FinishDraft>) => void };

/** Formats, transitions, logo and cards. */
export function LookForm({ draft, onChange }: FormProps) {
  const { t, seconds } = useTranslator();
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-base font-semibold">{t('finish.look')}</h3>
      <Choices
        label={t('finish.formats')}
        values={draft.aspectRatios}
        options={ASPECT_RATIOS.map((value) => ({
          value,
          label: value,
          picture: <Shape aspectRatio={value} />,
        }))}
        onChange={(aspectRatios) => aspectRatios.length > 0 && onChange({ aspectRatios })}
      />
      <Choice
        label={t('finish.resolution')}
        value={draft.resolution}
        options={RESOLUTIONS.map((value) => ({ value, label: value }))}
        onChange={(resolution) => onChange({ resolution })}
      />
      <Field label={t('finish.transition')}>
        <WordSelect
          words={TRANSITIONS}
          value={draft.transition}
          inWords={(word) => t(`transition.${word}`)}
          onChoose={(transition) => onChange({ transition })}
        />
      </Field>
      {draft.transition !== 'cut' && (
        <Slider
          label={t('finish.transitionLength')}
          values={[draft.transitionSeconds]}
          min={0.1}
          max={1.5}
          step={0.1}
          inWords={seconds}
          onChange={([transitionSeconds = 0.5]) => onChange({ transitionSeconds })}
        />
      )}
      <LogoField draft={draft} onChange={onChange} />
      <Switch
        label={t('finish.intro')}
        hint={t('finish.introHint')}
        isOn={draft.hasIntro}
        onChange={(hasIntro) => onChange({ hasIntro })}
      />
      <Switch
        label={t('finish.outro')}
        hint={t('finish.outroHint')}
        isOn={draft.outro !== null}
        onChange={(isOn) => onChange({ outro: isOn ? { price: '', url: '', hasQrCode: false } : null })}
      />
      {draft.outro !== null && <OutroFields outro={draft.outro} onChange={(outro) => onChange({ outro })} />}
    </section>
  );
}

type Outro = NonNullable<FinishDraft['outro']>;

function OutroFields({ outro, onChange }: { outro: Outro; onChange: (outro: Outro) => void }) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-4 border-s-2 border-line ps-4">
      <Field label={t('finish.price')}>
        <Input
          value={outro.price}
          maxLength={20}
          dir="auto"
          onChange={(event) => onChange({ ...outro, price: event.target.value })}
        />
      </Field>
      <Field label={t('finish.address')}>
        <Input
          value={outro.url}
          maxLength={120}
          inputMode="url"
          onChange={(event) => onChange({ ...outro, url: event.target.value })}
        />
      </Field>
      {outro.url !== '' && (
        <Switch
          label={t('finish.qrCode')}
          isOn={outro.hasQrCode}
          onChange={(hasQrCode) => onChange({ ...outro, hasQrCode })}
        />
      )}
    </div>
  );
}

function LogoField({ draft, onChange }: FormProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const upload = useSessionAction<File>(session.id, {
    send: async (_, file) => {
      const { id } = await uploadFile(session.id, 'logo', file);
      onChange({ logo: { asset_id: id, corner: 'top-right', opacity: 1 } });
      return callApi<Session>(`/api/sessions/${session.id}`);
    },
  });
  const { logo } = draft;
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t('finish.logo')}</span>
      <div className="flex flex-wrap gap-2">
        <FileTrigger
          label={t('finish.logoAdd')}
          accept={LOGO_TYPES}
          onChoose={([file]) => file !== undefined && upload.mutate(file)}
        >
          <Button disabled={upload.isPending}>
            <Upload />
            {t(logo === null ? 'finish.logoAdd' : 'finish.logoChange')}
          </Button>
        </FileTrigger>
        {logo !== null && (
          <>
            <WordSelect
              aria-label={t('finish.corner')}
              words={LOGO_CORNERS}
              value={logo.corner ?? 'top-right'}
              inWords={(word) => t(`corner.${word}`)}
              onChoose={(corner) => onChange({ logo: { ...logo, corner } })}
              className="w-auto flex-1"
            />
            <Button look="quiet" onClick={() => onChange({ logo: null })}>
              {t('action.remove')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
