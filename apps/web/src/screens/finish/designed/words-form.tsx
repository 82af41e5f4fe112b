'use client';
import type { Copy, Storyboard } from '@spotsmith/motion/storyboard';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import type { StoryboardChange } from './use-storyboard.ts';

type LineOfCopy = { [Key in keyof Copy]-?: NonNullable<Copy[Key]> extends string ? Key : never }[keyof Copy];

/** In the order in which an ad says them. */
const LINES = [
  'hook',
  'name',
  'what',
  'price',
  'was',
  'off',
  'until',
  'quote',
  'by',
  'callToAction',
  'url',
] as const satisfies readonly LineOfCopy[];
const BENEFITS = [0, 1, 2] as const;
const LONGEST = 200;

/** What the ad says. A line that is empty is not in it; nothing is made up in its place. */
export function WordsForm({ storyboard, onChange }: { storyboard: Storyboard; onChange: StoryboardChange }) {
  const { t } = useTranslator();
  const { copy } = storyboard;
  const set = (about: string, edit: (copy: Copy) => Copy) =>
    onChange(about, (shown) => ({ ...shown, copy: edit(shown.copy) }));
  const setLine = (key: LineOfCopy, text: string) =>
    set(key, ({ [key]: _, ...rest }) => (text === '' ? rest : { ...rest, [key]: text }));
  const setBenefit = (index: number, text: string) =>
    set(`benefit-${index}`, ({ benefits = [], ...rest }) => {
      const lines = BENEFITS.map((place) => (place === index ? text : (benefits[place] ?? '')));
      const last = lines.findLastIndex((line) => line !== '');
      return last < 0 ? rest : { ...rest, benefits: lines.slice(0, last + 1) };
    });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">{t('designed.words')}</h3>
      {LINES.map((key) => (
        <Field key={key} label={t(`copy.${key}`)}>
          <Input
            dir="auto"
            maxLength={LONGEST}
            value={copy[key] ?? ''}
            onChange={(event) => setLine(key, event.target.value)}
          />
        </Field>
      ))}
      {BENEFITS.map((index) => (
        <Field key={index} label={t('copy.benefit', { n: index + 1 })}>
          <Input
            dir="auto"
            maxLength={LONGEST}
            value={copy.benefits?.[index] ?? ''}
            onChange={(event) => setBenefit(index, event.target.value)}
          />
        </Field>
      ))}
    </section>
  );
}
