'use client';
import { cloneElement, useRef, type ComponentProps, type ReactElement } from 'react';

type FileTriggerProps = {
  /** What is chosen, for screen readers. */
  label: string;
  /** Media types, as the `accept` of a file input. */
  accept: string;
  isMultiple?: boolean;
  onChoose: (files: File[]) => void;
  /** The button that opens the system's file chooser. */
  children: ReactElement<ComponentProps<'button'>>;
};

/** A button that asks for files. The same file may be chosen twice in a row. */
export function FileTrigger({ label, accept, isMultiple = false, onChoose, children }: FileTriggerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {cloneElement(children, { onClick: () => input.current?.click() })}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={isMultiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}

/** What a logo may be. */
export const LOGO_TYPES = 'image/png,image/webp,image/jpeg,image/avif';
