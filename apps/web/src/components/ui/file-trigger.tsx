'use client';
import { Slot } from 'radix-ui';
import { useRef, type ReactElement } from 'react';

type FileTriggerProps = {
  /** What is chosen, for screen readers. */
  label: string;
  /** Media types, as the `accept` of a file input. */
  accept: string;
  isMultiple?: boolean;
  onChoose: (files: File[]) => void;
  /** The button that opens the system's file chooser. */
  children: ReactElement;
};

/** A button that asks for files. The same file may be chosen twice in a row. */
export function FileTrigger({ label, accept, isMultiple = false, onChoose, children }: FileTriggerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Slot.Root onClick={() => input.current?.click()}>{children}</Slot.Root>
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
