'use client';
import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { Input, Textarea } from './ui/input.tsx';

type Draft = {
  /** What is kept now. */
  value: string;
  /** Called with the new text when the field is left. */
  onKeep: (text: string) => void;
  /** An empty field keeps the old text unless this is set. */
  mayBeEmpty?: boolean;
};

/**
 * Text being typed is the typist's own: it is kept when the field is left, and news from elsewhere shows only while
 * nobody types.
 */
function useDraft({ value, onKeep, mayBeEmpty = false }: Draft) {
  const [text, setText] = useState(value);
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setText(value);
  }, [value]);
  return {
    value: text,
    onFocus: () => {
      isTyping.current = true;
    },
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onBlur: () => {
      isTyping.current = false;
      const kept = text.trim();
      if (kept === '' && !mayBeEmpty) setText(value);
      else if (kept !== value) onKeep(kept);
    },
  };
}

export function DraftInput({
  value,
  onKeep,
  mayBeEmpty = false,
  ...props
}: Draft & Omit<ComponentProps<typeof Input>, keyof Draft>) {
  return <Input dir="auto" {...props} {...useDraft({ value, onKeep, mayBeEmpty })} />;
}

export function DraftTextarea({
  value,
  onKeep,
  mayBeEmpty = false,
  ...props
}: Draft & Omit<ComponentProps<typeof Textarea>, keyof Draft>) {
  return <Textarea {...props} {...useDraft({ value, onKeep, mayBeEmpty })} />;
}
