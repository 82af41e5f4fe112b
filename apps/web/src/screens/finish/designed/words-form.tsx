'use client';
import type { Film } from '@spotsmith/motion/film';
import type { Shot, Storyboard } from '@spotsmith/motion/storyboard';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { glyphHint } from '../glyph-hint.ts';
import type { LineOfCopy } from './edit-shots.ts';
import { BENEFITS, LINES, type ShotField, smallFields } from './shot-fields.ts';
import type { StoryboardChange } from './use-storyboard.ts';

/** Lines that want the whole width. */
const LONG_LINES: ReadonlySet<LineOfCopy> = new Set(['hook', 'quote']);
const LONGEST = 200;

type WordsFormProps = {
  storyboard: Storyboard;
  /** As it is laid out now, to know what is set too small. */
  film: Film | null;
  onChange: StoryboardChange;
};

/** What the ad says. A line that is empty is not in it; nothing is made up in its place. */
export function WordsForm({ storyboard, film, onChange }: WordsFormProps) {
  const { t } = useTranslator();
  const { copy } = storyboard;
  const small = film?.shots.flatMap((_, index) => smallFields(storyboard, index, film)) ?? [];
  const hint = (field: ShotField, text: string | undefined) =>
    glyphHint(t, text) ?? (small.includes(field) ? t('copy.tooSmall') : undefined);
  const setLine = (key: LineOfCopy, text: string) =>
    onChange(key, (shown) => {
      const { [key]: before, ...rest } = shown.copy;
      return { ...replaceWords(shown, before, text), copy: text === '' ? rest : { ...rest, [key]: text } };
    });
  const setBenefit = (index: number, text: string) =>
    onChange(`benefit-${index}`, (shown) => {
      const { benefits = [], ...rest } = shown.copy;
      const lines = BENEFITS.map((place) => (place === index ? text : (benefits[place] ?? '')));
      const kept = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
      return {
        ...replaceWords(shown, benefits[index], text),
        copy: kept.length === 0 ? rest : { ...rest, benefits: kept },
      };
    });
  return (
    <section className="flex flex-col gap-3">
      <p className="text-xs text-quiet">{t('designed.wordsHint')}</p>
      <div className="grid grid-cols-2 gap-3">
        {LINES.map((key) => (
          <div key={key} className={LONG_LINES.has(key) ? 'col-span-2' : undefined}>
            <Field label={t(`copy.${key}`)} hint={hint(key, copy[key])}>
              <Input
                dir="auto"
                maxLength={LONGEST}
                value={copy[key] ?? ''}
                onChange={(event) => setLine(key, event.target.value)}
              />
            </Field>
          </div>
        ))}
        {BENEFITS.map((index) => (
          <div key={index} className="col-span-2">
            <Field
              label={t('copy.benefit', { n: index + 1 })}
              hint={hint(`benefit-${index}`, copy.benefits?.[index])}
            >
              <Input
                dir="auto"
                maxLength={LONGEST}
                value={copy.benefits?.[index] ?? ''}
                onChange={(event) => setBenefit(index, event.target.value)}
              />
            </Field>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Shots that say the same words say the new ones, too; without new ones they leave them out. */
function replaceWords(storyboard: Storyboard, before: string | undefined, now: string): Storyboard {
  if (before === undefined || before === '') return storyboard;
  const replaced = (words: unknown): unknown => {
    if (Array.isArray(words)) return words.map(replaced).filter((line) => line !== null);
    return words === before ? (now === '' ? null : now) : words;
  };
  const shots = storyboard.shots.map((shot): Shot => {
    const entries = Object.entries(shot.copy).map(([field, words]) => [field, replaced(words)]);
    return { ...shot, copy: Object.fromEntries(entries) as Shot['copy'] };
  });
  return { ...storyboard, shots };
}
