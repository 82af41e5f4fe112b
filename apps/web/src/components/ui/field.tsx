import { cloneElement, useId, type ReactElement } from 'react';

type Control = ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }>;

type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, and what to do. */
  error?: string | undefined;
  /** At the end of the label's line: a counter, a value. */
  aside?: string | undefined;
  children: Control;
};

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium text-text">
          {label}
        </label>
        {aside !== undefined && (
          <span dir="auto" className="figures text-xs text-quiet">
            {aside}
          </span>
        )}
      </div>
      {cloneElement(children, {
        id,
        ...(note === undefined ? {} : { 'aria-describedby': `${id}-note` }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? 'text-xs text-quiet' : 'text-xs text-danger'}>
          {note}
        </p>
      )}
    </div>
  );
}
