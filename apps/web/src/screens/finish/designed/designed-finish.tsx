'use client';
import type { Finish } from '@spotsmith/contract/finish';
import { ASPECT_RATIOS, type AspectRatio } from '@spotsmith/contract/words';
import { shotAt } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Choice, Choices } from '#src/components/ui/choice.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import { PREVIEW_CANVAS } from '#src/film/film-canvas.ts';
import { FilmPlayer } from '#src/film/film-player.tsx';
import { useFilm, useFilmStudio } from '#src/film/use-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { useCompose } from '#src/screens/ad-studio/use-compose.ts';
import { Shape } from '#src/screens/brief/ad-options-form.tsx';
import { SoundForm } from '../sound-form.tsx';
import type { FinishDraft } from '../finish-draft.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { ShotsList } from './shots-list.tsx';
import { StyleGallery } from './style-gallery.tsx';
import { useStoryboard } from './use-storyboard.ts';
import { WordsForm } from './words-form.tsx';

type DesignedFinishProps = {
  answer: StoryboardAnswer;
  storyboard: Storyboard;
  draft: FinishDraft;
  onDraft: (part: Partial<FinishDraft>) => void;
  /** To the clips with a name and a call to action; null where there are none. */
  onClassic: (() => void) | null;
};

/** A designed ad, live: it plays as it will be while its style, words and shots are changed. */
export function DesignedFinish({
  answer,
  storyboard: saved,
  draft,
  onDraft,
  onClassic,
}: DesignedFinishProps) {
  const { t, seconds } = useTranslator();
  const { session } = useAd();
  const { storyboard, change, undo, redo, isSaving, flush } = useStoryboard(session, saved);
  const pictures = answer.pictures.map(({ asset_id }) => asset_id).join();
  const { studio, error: loading } = useFilmStudio(answer, `${session.id}/${pictures}`);
  const [format, setFormat] = useState<AspectRatio | null>(null);
  const shown = draft.aspectRatios.find((ratio) => ratio === format) ?? draft.aspectRatios[0] ?? '16:9';
  const { opened, error: layingOut } = useFilm(studio, storyboard, PREVIEW_CANVAS[shown]);
  const error = loading ?? layingOut;
  const { totalSeconds, shots } = scheduleShots(storyboard);
  // Before it plays, the opening is shown with all its words there.
  const [frame, setFrame] = useState(() => settledFrame(shots[0]));
  const compose = useCompose();
  const ordered = session.options.target_seconds;
  const isOtherLength = Math.abs(totalSeconds - ordered) > 0.5;

  const make = async () => {
    await flush();
    const finish: Finish = {
      layout: 'designed',
      music: draft.music,
      music_volume: draft.musicVolume,
      aspect_ratios: draft.aspectRatios,
      resolution: draft.resolution,
    };
    compose.mutate(finish);
  };

  return (
    <>
      <Stage
        title={t('designed.title')}
        lead={t('designed.lead')}
        aside={
          <div className="flex items-center gap-2">
            <span role="status" className="text-sm text-quiet">
              {t(isSaving ? 'designed.saving' : 'designed.saved')}
            </span>
            <IconButton label={t('action.undo')} disabled={undo === null} onClick={() => undo?.()}>
              <Undo2 />
            </IconButton>
            <IconButton label={t('action.redo')} disabled={redo === null} onClick={() => redo?.()}>
              <Redo2 />
            </IconButton>
          </div>
        }
      >
        <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="flex flex-col gap-4 xl:sticky xl:top-20">
            {error !== null && <Notice tone="danger" title={error.message} />}
            <FilmPlayer opened={opened} frame={frame} onFrame={setFrame} />
            <div className="flex flex-wrap items-center gap-4">
              {draft.aspectRatios.length > 1 && (
                <Choice
                  isLabelHidden
                  label={t('options.format')}
                  value={shown}
                  options={draft.aspectRatios.map((value) => ({ value, label: value }))}
                  onChange={setFormat}
                />
              )}
              <p className={isOtherLength ? 'text-sm text-warning' : 'text-sm text-quiet'}>
                {isOtherLength
                  ? t('designed.otherLength', { length: seconds(totalSeconds), ordered: seconds(ordered) })
                  : t('designed.length', { length: seconds(totalSeconds) })}
              </p>
            </div>
          </div>
          <div className="flex flex-col gap-8">
            <StyleGallery studio={studio} storyboard={storyboard} aspectRatio={shown} onChange={change} />
            <WordsForm storyboard={storyboard} onChange={change} />
            <ShotsList
              storyboard={storyboard}
              opened={opened}
              hasCutout={answer.product !== null}
              pictures={answer.pictures}
              current={opened === null ? 0 : shotAt(opened.film, frame)}
              onChange={change}
              onShow={(index) => setFrame(settledFrame(shots[index]))}
            />
            <Choices
              label={t('finish.formats')}
              values={draft.aspectRatios}
              options={ASPECT_RATIOS.map((value) => ({
                value,
                label: value,
                picture: <Shape aspectRatio={value} />,
              }))}
              onChange={(aspectRatios) => aspectRatios.length > 0 && onDraft({ aspectRatios })}
            />
            <SoundForm draft={draft} onChange={onDraft} />
          </div>
        </div>
      </Stage>
      <NextBar sentence={t('finish.next', { count: draft.aspectRatios.length })}>
        {onClassic !== null && <Button onClick={onClassic}>{t('designed.toClassic')}</Button>}
        <Button
          look="primary"
          size="large"
          disabled={isWorking(session) || compose.isPending}
          onClick={() => void make()}
        >
          {t(session.finals.length > 0 ? 'finish.again' : 'finish.make')}
        </Button>
      </NextBar>
    </>
  );
}
