'use client';
import type { Finish } from '@spotsmith/contract/finish';
import { ASPECT_RATIOS, type AspectRatio } from '@spotsmith/contract/words';
import { createDrawing } from '@spotsmith/motion/draw-frame';
import { shotAt } from '@spotsmith/motion/film';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { TextLayer } from '@spotsmith/motion/layer';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { Clapperboard, Columns2, Redo2, Undo2 } from 'lucide-react';
import { clsx } from 'clsx';
import { Tabs } from 'radix-ui';
import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { usePageCommands } from '#src/components/shell/page-commands.ts';
import { Button } from '#src/components/ui/button.tsx';
import { Choice, Choices } from '#src/components/ui/choice.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import { CARD_CANVAS, PREVIEW_CANVAS } from '#src/film/film-canvas.ts';
import { FilmPlayer } from '#src/film/film-player.tsx';
import { useFilm, useFilms, useFilmStudio } from '#src/film/use-film.ts';
import { useSettled } from '#src/film/use-settled.ts';
import { useTrack } from '#src/film/use-track.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useArrival } from '#src/components/use-arrival.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';
import { useCompose } from '#src/screens/ad-studio/use-compose.ts';
import { Shape } from '#src/screens/brief/ad-options-form.tsx';
import { SoundForm } from '../sound-form.tsx';
import type { FinishDraft } from '../finish-draft.ts';
import { useWideScreen } from '#src/screens/media/use-wide-screen.ts';
import { stillNote } from './still-note.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { JOIN_PICKER_ID } from './join-picker.tsx';
import { FilmStrip } from './strip/film-strip.tsx';
import { previewSound } from './preview-sound.ts';
import { ShotInspector } from './shot-inspector.tsx';
import { placeBehind } from './new-shots.ts';
import { placedFields, type ShotField, withoutText } from './shot-fields.ts';
import { WordsOnPicture } from './words-on-picture.tsx';
import { shotCommands, ShotTools } from './shot-tools.tsx';
import { StyleGallery } from './style-gallery.tsx';
import { useShotActions } from './use-shot-actions.ts';
import { useStoryboard } from './use-storyboard.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { WordsForm } from './words-form.tsx';

const AddShot = dynamic(() => import('./add-shot.tsx').then((file) => file.AddShot));

const TABS = ['shot', 'style', 'words', 'output'] as const;
type Tab = (typeof TABS)[number];

type DesignedFinishProps = {
  answer: StoryboardAnswer;
  storyboard: Storyboard;
  draft: FinishDraft;
  onDraft: (part: Partial<FinishDraft>) => void;
  /** To the clips with a name and a call to action; null where there are none. */
  onClassic: (() => void) | null;
};

/** A designed ad, live: it plays as it will be while its shots, style and words are changed. */
export function DesignedFinish({
  answer,
  storyboard: saved,
  draft,
  onDraft,
  onClassic,
}: DesignedFinishProps) {
  const { t, seconds } = useTranslator();
  const arrival = useArrival();
  const { session } = useAd();
  const { storyboard, change, undo, redo, isSaving, flush } = useStoryboard(session, saved);
  useUndoKeys(undo, redo);
  const assets = answer.pictures.map(({ asset_id }) => asset_id).join();
  const { studio, error: loading } = useFilmStudio(answer, `${session.id}/${assets}`);
  const formats = draft.aspectRatios;
  const [format, setFormat] = useState<AspectRatio | null>(null);
  const shown = formats.find((ratio) => ratio === format) ?? formats[0] ?? '16:9';
  const isWide = useWideScreen('64rem');
  const [isTogether, setTogether] = useState(true);
  const isSideBySide = isWide && isTogether && formats.length > 1;
  const staged = (isSideBySide ? formats : [shown]).join();
  const canvases = useMemo(
    () =>
      ASPECT_RATIOS.filter((ratio) => staged.split(',').includes(ratio))
        .map((name) => ({ name, ...PREVIEW_CANVAS[name] }))
        .toSorted((a, b) => a.width / a.height - b.width / b.height),
    [staged],
  );
  const { opened: openFilms, error: layingOut } = useFilms(studio, storyboard, canvases);
  const films = useMemo(
    () =>
      canvases.map((canvas) => ({
        ...canvas,
        opened:
          openFilms.find(({ film }) => film.width === canvas.width && film.height === canvas.height) ?? null,
      })),
    [canvases, openFilms],
  );
  const opened = films.find(({ name }) => name === shown)?.opened ?? null;
  const [editing, setEditing] = useState<{ field: ShotField; layer: TextLayer } | null>(null);
  const { opened: small } = useFilm(studio, useSettled(storyboard), CARD_CANVAS[shown]);
  const error = loading ?? layingOut;
  const { totalSeconds, totalFrames, shots } = scheduleShots(storyboard);
  // Before it plays, the opening is shown with all its words there.
  const [frame, setFrame] = useState(() => settledFrame(shots[0]));
  const [selected, setSelected] = useState(0);
  const select = (index: number) => {
    setSelected(index);
    setFrame(settledFrame(shots[index]));
  };
  // Undo may take the selected shot away.
  const chosen = Math.min(selected, shots.length - 1);
  const at = Math.min(frame, totalFrames - 1);
  // What plays is what is edited.
  const goTo = useCallback(
    (to: number) => {
      setFrame(to);
      if (opened !== null) setSelected(shotAt(opened.film, to));
    },
    [opened],
  );
  const order = storyboard.shots.map(({ id }) => id).join();
  // Shots that moved, came or went: the selected one stays in sight.
  useEffect(() => setFrame(settledFrame(shots[chosen])), [order]);
  const edited = useMemo(() => {
    const shot = opened?.film.shots[chosen];
    if (opened === null || shot === undefined || editing === null) return null;
    const placed = placedFields(storyboard, chosen, shot).find(({ field }) => field === editing.field);
    if (placed === undefined) return null;
    const film = withoutText(opened.film, chosen, placed.layer.id);
    return { ...opened, film, drawing: createDrawing(film, opened.drawing.options) };
  }, [opened, storyboard, chosen, editing]);
  const staging = useMemo(
    () =>
      edited === null
        ? films
        : films.map((film) => (film.name === shown ? { ...film, opened: edited } : film)),
    [films, edited, shown],
  );
  const edit = (wanted: { field: ShotField; layer: TextLayer } | null) => {
    setEditing(wanted);
    // Words are written while they stand.
    if (wanted !== null) setFrame(settledFrame(shots[chosen]));
  };
  const actions = useShotActions(storyboard, { selected: chosen, onSelect: select, onChange: change });
  const [addAt, setAddAt] = useState<number | null>(null);
  const add = actions.can.duplicate ? () => setAddAt(placeBehind(storyboard, chosen)) : null;
  const sound = previewSound(session, draft);
  const { track, isFailed: isTrackFailed } = useTrack(sound);
  const [tab, setTab] = useState<Tab>('shot');
  const openJoin = (index: number) => {
    setTab('shot');
    select(index);
    setJoinWanted(true);
  };
  const [isJoinWanted, setJoinWanted] = useState(false);
  // The inspector shows the shot's join only once it has been drawn for it.
  useEffect(() => {
    if (!isJoinWanted) return;
    setJoinWanted(false);
    const picker = document.getElementById(JOIN_PICKER_ID);
    picker?.scrollIntoView({ block: 'nearest' });
    picker?.querySelector<HTMLElement>('[aria-checked=true]')?.focus({ preventScroll: true });
  }, [isJoinWanted]);
  const compose = useCompose();
  const ordered = session.options.target_seconds;
  const isOtherLength = Math.abs(totalSeconds - ordered) > 0.5;

  const canMake = !isWorking(session) && !compose.isPending;
  const makeLabel = t(session.finals.length > 0 ? 'finish.again' : 'finish.make');
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

  usePageCommands([
    ...(undo === null
      ? []
      : [{ id: 'undo', label: t('action.undo'), icon: Undo2, shortcut: 'Ctrl Z', run: undo }]),
    ...(redo === null
      ? []
      : [{ id: 'redo', label: t('action.redo'), icon: Redo2, shortcut: 'Ctrl Shift Z', run: redo }]),
    ...shotCommands(actions, add, chosen + 1, t),
    ...(canMake ? [{ id: 'make', label: makeLabel, icon: Clapperboard, run: () => void make() }] : []),
  ]);

  return (
    <>
      <div className={clsx('grid flex-1 lg:grid-cols-[minmax(0,1fr)_22rem]', arrival)}>
        <section className="flex min-w-0 flex-col gap-2 px-4 py-3 sm:px-6">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <h2 className="text-base font-semibold">{t('designed.title')}</h2>
            <p className={clsx('figures text-sm', isOtherLength ? 'text-warning' : 'text-quiet')}>
              {isOtherLength
                ? t('designed.otherLength', { length: seconds(totalSeconds), ordered: seconds(ordered) })
                : t('designed.length', { length: seconds(totalSeconds) })}
            </p>
            <div className="ms-auto flex items-center gap-2">
              <span role="status" className="text-sm text-quiet">
                {t(isSaving ? 'designed.saving' : 'designed.saved')}
              </span>
              <IconButton
                label={t('action.undo')}
                shortcut="Ctrl Z"
                disabled={undo === null}
                onClick={() => undo?.()}
              >
                <Undo2 />
              </IconButton>
              <IconButton
                label={t('action.redo')}
                shortcut="Ctrl Shift Z"
                disabled={redo === null}
                onClick={() => redo?.()}
              >
                <Redo2 />
              </IconButton>
              {formats.length > 1 && (
                <Choice
                  isLabelHidden
                  label={t('options.format')}
                  value={shown}
                  options={formats.map((value) => ({ value, label: value }))}
                  onChange={setFormat}
                />
              )}
              {formats.length > 1 && isWide && (
                <IconButton
                  label={t('film.sideBySide')}
                  shortcut="0"
                  aria-pressed={isTogether}
                  look={isTogether ? 'secondary' : 'quiet'}
                  onClick={() => setTogether((now) => !now)}
                >
                  <Columns2 />
                </IconButton>
              )}
            </div>
          </div>
          {error !== null && <Notice tone="danger" title={error.message} />}
          {/* On a phone the film stays in sight while its words are typed. */}
          <div className="z-10 -mx-4 bg-ground px-4 max-lg:sticky max-lg:top-14 sm:-mx-6 sm:px-6">
            <FilmPlayer
              films={staging}
              active={shown}
              overlay={
                opened !== null && (
                  <WordsOnPicture
                    film={opened.film}
                    storyboard={storyboard}
                    index={chosen}
                    frame={at}
                    editing={editing}
                    onEdit={edit}
                    onChange={change}
                  />
                )
              }
              note={stillNote(session, storyboard.shots[chosen], t)}
              onActive={(name) => setFormat(formats.find((ratio) => ratio === name) ?? null)}
              keys={{
                '0': () => setTogether((now) => !now),
                ...Object.fromEntries(formats.map((ratio, n) => [`${n + 1}`, () => setFormat(ratio)])),
              }}
              totalFrames={totalFrames}
              frame={at}
              onFrame={goTo}
              sound={sound !== null && track !== null ? { url: track.url, volume: sound.volume } : null}
              tools={<ShotTools n={chosen + 1} actions={actions} onAdd={add} />}
            />
          </div>
          <FilmStrip
            storyboard={storyboard}
            opened={small}
            track={track}
            trackSentence={
              isTrackFailed
                ? t('strip.musicFailed')
                : sound === null
                  ? t(draft.music.source === 'none' ? 'strip.noMusic' : 'strip.musicComes')
                  : null
            }
            frame={at}
            selected={chosen}
            actions={actions}
            onSelect={select}
            onOpenJoin={openJoin}
            onAdd={(place) => add !== null && setAddAt(place)}
            onScrub={goTo}
            onChange={change}
          />
          {addAt !== null && (
            <AddShot
              studio={studio}
              storyboard={storyboard}
              aspectRatio={shown}
              hasCutout={answer.product !== null}
              pictures={answer.pictures}
              place={Math.min(addAt, shots.length)}
              onAdd={(added) => {
                change('add', () => added);
                setSelected(addAt);
              }}
              onClose={() => setAddAt(null)}
            />
          )}
        </section>
        <Tabs.Root
          value={tab}
          onValueChange={(chosen) => setTab(TABS.find((each) => each === chosen) ?? 'shot')}
          className="border-line bg-surface max-lg:border-t lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:border-s lg:pb-24"
        >
          <Tabs.List
            aria-label={t('designed.title')}
            className="sticky top-0 z-10 flex border-b bg-surface px-3"
          >
            {TABS.map((each) => (
              <Tabs.Trigger
                key={each}
                value={each}
                className="h-12 flex-1 border-b-2 border-transparent px-2 text-sm text-quiet hover:text-text data-[state=active]:border-text data-[state=active]:text-text"
              >
                {t(`designed.tab.${each}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Panel of="shot">
            <ShotInspector
              studio={studio}
              storyboard={storyboard}
              film={opened?.film ?? null}
              selected={chosen}
              aspectRatio={shown}
              hasCutout={answer.product !== null}
              pictures={answer.pictures}
              onChange={change}
            />
          </Panel>
          <Panel of="style">
            <StyleGallery studio={studio} storyboard={storyboard} aspectRatio={shown} onChange={change} />
          </Panel>
          <Panel of="words">
            <WordsForm storyboard={storyboard} film={opened?.film ?? null} onChange={change} />
          </Panel>
          <Panel of="output">
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
          </Panel>
        </Tabs.Root>
      </div>
      <NextBar sentence={t('finish.next', { count: draft.aspectRatios.length })}>
        {onClassic !== null && <Button onClick={onClassic}>{t('designed.toClassic')}</Button>}
        <Button look="primary" size="large" disabled={!canMake} onClick={() => void make()}>
          {makeLabel}
        </Button>
      </NextBar>
    </>
  );
}

function Panel({ of, children }: { of: string; children: ReactNode }) {
  return (
    <Tabs.Content value={of} className="flex flex-col gap-6 p-4 focus-visible:outline-none">
      {children}
    </Tabs.Content>
  );
}
