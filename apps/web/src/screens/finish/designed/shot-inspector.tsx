'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import type { Film } from '@spotsmith/motion/film';
import { layouts } from '@spotsmith/motion/layouts/layouts';
import { LayoutId, type Shot, ShotRole, type Storyboard } from '@spotsmith/motion/storyboard';
import { EyeOff, Minus, Plus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import type { FilmStudio } from '#src/film/open-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { glyphHint } from '../glyph-hint.ts';
import { type LineOfCopy, MAX_BEATS, MIN_BEATS, patchShot, setShotLine, trimShot } from './edit-shots.ts';
import { JoinPicker, withJoin } from './join-picker.tsx';
import { LayoutGallery } from './layout-gallery.tsx';
import { PictureSelect } from './picture-select.tsx';
import { placeWords } from './place-words.ts';
import {
  LINES,
  setShotWords,
  SHOT_FIELDS,
  type ShotField,
  shotWords,
  shownFields,
  smallFields,
} from './shot-fields.ts';
import { fieldName } from './field-name.ts';
import type { StoryboardChange } from './use-storyboard.ts';

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

/** The selected shot: what for, how long, its layout, words, picture, and how it becomes the next. */
export function ShotInspector(props: InspectorProps) {
  const { studio, storyboard, film, selected, aspectRatio, hasCutout, pictures, onChange } = props;
  const { t, seconds } = useTranslator();
  const shot = storyboard.shots[selected];
  if (shot === undefined) return null;
  const next = storyboard.shots[selected + 1];
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
      <ShotWords key={shot.id} storyboard={storyboard} film={film} selected={selected} onChange={onChange} />
      <Field label={t('designed.picture')}>
        <PictureSelect
          label={t('designed.pictureOf', { n })}
          shot={shot}
          hasCutout={hasCutout}
          pictures={pictures}
          onChoose={(part) => patch('picture', part)}
        />
      </Field>
      {next !== undefined && (
        <JoinPicker
          n={n + 1}
          chosen={next.join?.type ?? null}
          shown={film?.joins[selected]?.type ?? 'cut'}
          onChoose={(type) =>
            onChange(`join-${next.id}`, (shown) => ({
              ...shown,
              shots: shown.shots.map((each) => (each.id === next.id ? withJoin(each, type) : each)),
            }))
          }
        />
      )}
    </div>
  );
}

type WordsProps = Pick<InspectorProps, 'storyboard' | 'film' | 'selected' | 'onChange'>;

/** The lines that can be read in this shot, and those it could say, too; a change is of this shot alone. */
function ShotWords({ storyboard, film, selected, onChange }: WordsProps) {
  const { t } = useTranslator();
  const [emptied, setEmptied] = useState<ReadonlySet<ShotField>>(new Set());
  const shot = storyboard.shots[selected];
  const laidOut = film?.shots[selected];
  if (shot === undefined) return null;
  const own = shot.copy as Partial<Record<ShotField, string | null>>;
  const isLaidOut = film !== null && laidOut?.id === shot.id;
  const shown = isLaidOut ? shownFields(storyboard, selected, laidOut) : [];
  const small = isLaidOut ? smallFields(storyboard, selected, film) : [];
  // What is emptied here stays in sight, to be written again; what the shot leaves out otherwise waits below.
  const fields = SHOT_FIELDS.filter(
    (field) => shown.includes(field) || typeof own[field] === 'string' || emptied.has(field),
  );
  const leftOut = LINES.filter(
    (line) => !fields.includes(line) && own[line] === null && storyboard.copy[line] !== undefined,
  );
  const write = (field: ShotField, words: string) => {
    if (words === '') setEmptied((before) => new Set([...before, field]));
    onChange(`${field}-${shot.id}`, (now) => setShotWords(now, selected, field, words));
  };
  const setLine = (line: LineOfCopy, words: null | undefined) =>
    onChange(`${line}-${shot.id}`, (now) => setShotLine(now, selected, line, words));
  if (fields.length === 0 && leftOut.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{t('designed.shotWords')}</h3>
        {shot.words !== undefined && (
          <Button
            size="small"
            onClick={() => onChange(`place-${shot.id}`, (now) => placeWords(now, selected, null))}
          >
            <RotateCcw />
            {t('designed.wordsBack')}
          </Button>
        )}
      </div>
      {fields.map((field) => {
        const words = shotWords(storyboard, selected, field);
        const line = LINES.find((each) => each === field);
        return (
          <div key={field} className="flex items-end gap-1">
            <div className="min-w-0 flex-1">
              <Field
                label={fieldName(t, field)}
                hint={glyphHint(t, words) ?? (small.includes(field) ? t('copy.tooSmall') : undefined)}
              >
                <Input
                  dir="auto"
                  maxLength={200}
                  value={words}
                  {...(words === '' ? { placeholder: t('designed.hidden') } : {})}
                  onChange={({ target }) => write(field, target.value)}
                />
              </Field>
            </div>
            {line !== undefined &&
              (line in own ? (
                <IconButton
                  label={t('designed.sameAsAd', { line: fieldName(t, line) })}
                  onClick={() => setLine(line, undefined)}
                >
                  <RotateCcw />
                </IconButton>
              ) : (
                <IconButton
                  label={t('designed.hide', { line: fieldName(t, line) })}
                  onClick={() => setLine(line, null)}
                >
                  <EyeOff />
                </IconButton>
              ))}
          </div>
        );
      })}
      {leftOut.length > 0 && (
        <div role="group" aria-label={t('designed.leftOut')} className="flex flex-wrap gap-1.5 pt-1">
          {leftOut.map((line) => (
            <Button
              key={line}
              size="small"
              title={storyboard.copy[line]}
              onClick={() => setLine(line, undefined)}
              className="max-w-full px-2 text-xs"
            >
              <Plus />
              {fieldName(t, line)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
