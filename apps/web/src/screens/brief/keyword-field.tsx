'use client';
import { X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const MOST = 8;

/** Words of style, each a chip. Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function KeywordField({
  keywords,
  onChange,
}: {
  keywords: string[];
  onChange: (keywords: string[]) => void;
}) {
  const { t } = useTranslator();
  const [draft, setDraft] = useState('');

  const add = () => {
    const word = draft.trim();
    setDraft('');
    if (word !== '' && !keywords.includes(word) && keywords.length < MOST) onChange([...keywords, word]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && draft === '') {
      onChange(keywords.slice(0, -1));
    }
  };

  return (
    <div className="flex flex-col gap-2">
      <Field label={t('options.style')} hint={t('options.styleHint')}>
        <Input
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          maxLength={30}
          disabled={keywords.length >= MOST}
          dir="auto"
        />
      </Field>
      {keywords.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {keywords.map((word) => (
            <li key={word}>
              <button
                type="button"
                onClick={() => onChange(keywords.filter((other) => other !== word))}
                aria-label={t('options.removeKeyword', { word })}
                className="flex h-8 items-center gap-1.5 rounded-full bg-raised pe-2 ps-3 text-sm transition-colors hover:bg-hover"
              >
                <span dir="auto">{word}</span>
                <X aria-hidden className="size-3.5 stroke-[1.5] text-quiet" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
