'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { MUSIC_MOODS } from '@spotsmith/contract/words';
import { Upload } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { callApi } from '#src/data/call-api.ts';
import { uploadFile } from '#src/data/upload-file.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import type { FinishDraft } from './finish-draft.ts';

type FormProps = { draft: FinishDraft; onChange: (part: Partial<FinishDraft>) => void };

/** Music: made in a mood, the maker's own, or none. */
export function SoundForm({ draft, onChange }: FormProps) {
  const { t, percent } = useTranslator();
  const { session } = useAd();
  const { music } = draft;
  const tracks = session.music.filter(({ provider, url }) => provider === null && url !== null);
  const setSource = (source: typeof music.source) => {
    const first = tracks[0];
    if (source === 'none' || source === 'generated') onChange({ music: { source } });
    else if (first !== undefined) onChange({ music: { source, asset_id: first.id } });
  };

  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-base font-semibold">{t('finish.sound')}</h3>
      <Choice
        label={t('finish.music')}
        value={music.source}
        options={[
          { value: 'generated', label: t('finish.musicMade') },
          { value: 'uploaded', label: t('finish.musicOwn'), isDisabled: tracks.length === 0 },
          { value: 'none', label: t('finish.musicNone') },
        ]}
        onChange={setSource}
      />
      {music.source === 'generated' && (
        <Field label={t('finish.mood')} hint={t('finish.moodHint')}>
          <WordSelect
            words={['', ...MUSIC_MOODS]}
            value={music.mood ?? ''}
            inWords={(mood) => t(mood === '' ? 'finish.moodAuto' : `mood.${mood}`)}
            onChoose={(mood) =>
              onChange({ music: { source: 'generated', ...(mood === '' ? {} : { mood }) } })
            }
          />
        </Field>
      )}
      {session.music.map((track, index) =>
        track.url === null ? null : (
          <audio
            key={track.id}
            controls
            preload="none"
            src={track.url}
            aria-label={t('finish.track', { n: index + 1 })}
            className="h-10 w-full"
          />
        ),
      )}
      <MusicUpload onUploaded={(asset_id) => onChange({ music: { source: 'uploaded', asset_id } })} />
      {music.source !== 'none' && (
        <Slider
          label={t('finish.volume')}
          values={[draft.musicVolume]}
          min={0}
          max={1}
          step={0.05}
          inWords={(value) => percent(value * 100)}
          onChange={([musicVolume = 0.3]) => onChange({ musicVolume })}
        />
      )}
    </section>
  );
}

function MusicUpload({ onUploaded }: { onUploaded: (assetId: string) => void }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const upload = useSessionAction<File>(session.id, {
    send: async (_, file) => {
      const { id } = await uploadFile(session.id, 'music', file);
      onUploaded(id);
      return callApi<Session>(`/api/sessions/${session.id}`);
    },
  });
  return (
    <FileTrigger
      label={t('finish.musicUpload')}
      accept="audio/*"
      onChoose={([file]) => file !== undefined && upload.mutate(file)}
    >
      <Button className="self-start" disabled={upload.isPending}>
        <Upload />
        {t(upload.isPending ? 'finish.musicSending' : 'finish.musicUpload')}
      </Button>
    </FileTrigger>
  );
}
