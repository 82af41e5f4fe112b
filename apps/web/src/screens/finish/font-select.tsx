'use client';
import { useQuery } from '@tanstack/react-query';
import { Field } from '#src/components/ui/field.tsx';
import { Select } from '#src/components/ui/input.tsx';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { displayFace } from './display-fonts.ts';

type FontSelectProps = {
  font: string | null;
  /** What no choice is called; without it one has to be made. */
  usual?: string;
  onChange: (font: string | null) => void;
};

/** The display faces, each written in itself. */
export function FontSelect({ font, usual, onChange }: FontSelectProps) {
  const { t, maybe } = useTranslator();
  const { data: options } = useQuery(queries.options());
  return (
    <Field label={t('finish.font')}>
      <Select
        value={font ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        style={displayFace(font ?? 'inter')}
      >
        {usual !== undefined && <option value="">{usual}</option>}
        {options === undefined && font !== null && <option value={font}>{font}</option>}
        {options?.fonts.map(({ id, name, character }) => (
          <option key={id} value={id} style={displayFace(id)}>
            {name} · {maybe(`font.${id}`) ?? character}
          </option>
        ))}
      </Select>
    </Field>
  );
}
