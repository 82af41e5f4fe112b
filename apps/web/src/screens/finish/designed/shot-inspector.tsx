'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import type { Film } from '@spotsmith/motion/film';
import { layouts } from '@spotsmith/motion/layouts/layouts';
import { joinIds, LayoutId, type Shot, ShotRole, type Storyboard } from '@spotsmith/motion/storyboard';
import { EyeOff, Minus, Plus, RotateCcw } from 'lucide-react';
import { Field } from '#src/components/ui/field.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import type { FilmStudio } from '#src/film/open-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { glyphHint } from '../glyph-hint.ts';
import { type LineOfCopy, MAX_BEATS, MIN_BEATS, patchShot, setShotLine, trimShot } from './edit-shots.ts';
import { LayoutGallery } from './layout-gallery.tsx';
import { PictureSelect } from './picture-select.tsx';
import { shownLines } from './shown-lines.ts';
import type { StoryboardChange } from './use-storyboard.ts';
import { LINES } from './words-form.tsx';

const layoutsThatShow = (shown: 'product' | 'picture') =>
  LayoutId.options.filter((layout) => layouts[layout].shows === shown);
const LAYOUTS = {
  product: layoutsThatShow('product'),
  picture: layoutsThatShow('picture'),
  any: LayoutId.options,
};

type InspectorProps = {
  studio: FilmStudio | null;
  storyboard: Storyboard;
  /** As it is laid out now, to know which words can be read in it. */
  film: Film | null;
  selected: number;
  aspectRatio: AspectRatio;
  hasCutout: boolean;
  pictures: StoryboardAnswer['pictures'];
  onChange: StoryboardChange;
};

/** The selected shot: what for, how long, its layout, words, picture, and how the ad comes to it. */
export function ShotInspector(props: InspectorProps) {
  const { studio, storyboard, film, selected, aspectRatio, hasCutout, pictures, onChange } = props;
  const { t, seconds } = useTranslator();
  const shot = storyboard.shots[selected];
  if (shot === undefined) return null;
  const n = selected + 1;
  const patch = (about: string, part: Partial<Shot>) =>
    onChange(`${about}-${shot.id}`, (shown) => patchShot(shown, selected, part));
  const trim = (beats: number) => onChange(`trim-${shot.id}`, (shown) => trimShot(shown, selected, beats));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center justify-between gap-2">
        <WordSelect
          aria-label={t('designed.roleOf', { n })}
          words={ShotRole.options}
          value={shot.role}
          inWords={(role) => `${n} · ${t(`role.${role}`)}`}
          onChoose={(role) => patch('role', { role })}
        />
        <span className="flex items-center">
          <IconButton
            label={t('designed.shorter', { n })}
            shortcut=","
            disabled={shot.beats <= MIN_BEATS}
            onClick={() => trim(shot.beats - 0.5)}
          >
            <Minus />
          </IconButton>
          <span className="figures min-w-28 whitespace-nowrap text-center text-sm">
            {t('designed.lengthOf', {
              length: seconds((shot.beats * 60) / storyboard.tempoBpm),
              count: shot.beats,
            })}
          </span>
          <IconButton
            label={t('designed.longer', { n })}
            shortcut="."
            disabled={shot.beats >= MAX_BEATS}
            onClick={() => trim(shot.beats + 0.5)}
          >
            <Plus />
          </IconButton>
        </span>
      </div>
      <section className="flex flex-col gap-2">
        <h3 className="flex gap-2 text-sm font-medium">
          {t('designed.layout')} <span className="text-quiet">{t(`layout.${shot.layout}`)}</span>
        </h3>
        <LayoutGallery
          studio={studio}
          storyboard={storyboard}
          shot={shot}
          layouts={LAYOUTS[!hasCutout ? 'any' : shot.picture.kind === 'product' ? 'product' : 'picture']}
          aspectRatio={aspectRatio}
          onChoose={(layout) => patch('layout', { layout })}
        />
      </section>
      <ShotWords storyboard={storyboard} film={film} selected={selected} onChange={onChange} />
      <Field label={t('designed.picture')}>
        <PictureSelect
          label={t('designed.pictureOf', { n })}
          shot={shot}
          hasCutout={hasCutout}
          pictures={pictures}
          onChoose={(part) => patch('picture', part)}
        />
      </Field>
      {selected > 0 && (
        <Field label={t('designed.joinInto')}>
          <WordSelect
            words={['', ...joinIds]}
            value={shot.join?.type ?? ''}
            inWords={(type) => t(type === '' ? 'join.style' : `join.${type}`)}
            onChoose={(type) => {
              const { join: _, ...rest } = shot;
              const joined: Shot = type === '' ? rest : { ...rest, join: { type } };
              onChange(`join-${shot.id}`, (shown) => ({
                ...shown,
                shots: shown.shots.map((each, place) => (place === selected ? joined : each)),
              }));
            }}
          />
        </Field>
      )}
    </div>
  );
}

type WordsProps = Pick<InspectorProps, 'storyboard' | 'film' | 'selected' | 'onChange'>;

/** The lines that can be read in this shot, and those it has for itself; a change is of this shot alone. */
function ShotWords({ storyboard, film, selected, onChange }: WordsProps) {
  const { t } = useTranslator();
  const shot = storyboard.shots[selected];
  const laidOut = film?.shots[selected];
  if (shot === undefined) return null;
  const own = shot.copy as Partial<Record<LineOfCopy, string | null>>;
  const wordsOf = (line: LineOfCopy) => (own[line] === undefined ? storyboard.copy[line] : own[line]) ?? '';
  const said = Object.fromEntries(LINES.map((line) => [line, wordsOf(line)]));
  const shown =
    laidOut?.id === shot.id ? shownLines(laidOut, said, LINES) : LINES.filter((line) => line in own);
  const lines = LINES.filter((line) => shown.includes(line) || line in own);
  const set = (line: LineOfCopy, words: string | null | undefined) =>
    onChange(`${line}-${shot.id}`, (now) => setShotLine(now, selected, line, words));
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('designed.shotWords')}</h3>
      {lines.map((line) => (
        <div key={line} className="flex items-end gap-1">
          <div className="min-w-0 flex-1">
            <Field label={t(`copy.${line}`)} hint={glyphHint(t, wordsOf(line))}>
              <Input
                dir="auto"
                maxLength={200}
                value={wordsOf(line)}
                {...(own[line] === null ? { placeholder: t('designed.hidden') } : {})}
                onChange={(event) => set(line, event.target.value === '' ? null : event.target.value)}
              />
            </Field>
          </div>
          {line in own ? (
            <IconButton
              label={t('designed.sameAsAd', { line: t(`copy.${line}`) })}
              onClick={() => set(line, undefined)}
            >
              <RotateCcw />
            </IconButton>
          ) : (
            <IconButton
              label={t('designed.hide', { line: t(`copy.${line}`) })}
              onClick={() => set(line, null)}
            >
              <EyeOff />
            </IconButton>
          )}
        </div>
      ))}
    </section>
  );
}
