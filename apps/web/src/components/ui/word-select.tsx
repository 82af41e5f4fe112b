import type { ComponentProps } from 'react';
import { Select } from './input.tsx';

type WordSelectProps<Word extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  words: readonly Word[];
  value: Word;
  inWords: (word: Word) => string;
  onChoose: (word: Word) => void;
};

/** One word of a list, each said in the reader's language. */
export function WordSelect<Word extends string>(props: WordSelectProps<Word>) {
  const { words, value, inWords, onChoose, ...select } = props;
  return (
    <Select
      {...select}
      value={value}
      onChange={(event) => {
        const chosen = words.find((word) => word === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {words.map((word) => (
        <option key={word} value={word}>
          {inWords(word)}
        </option>
      ))}
    </Select>
  );
}
