import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

const FRAME =
  'w-full rounded-control border border-edge bg-ground text-text transition-colors placeholder:text-quiet hover:border-quiet disabled:opacity-50 aria-invalid:border-danger';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={clsx(FRAME, 'h-10 px-3 text-base sm:text-sm', className)} {...props} />;
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      className={clsx(
        FRAME,
        'field-sizing-content min-h-20 resize-y px-3 py-2.5 text-base leading-relaxed sm:text-sm',
        className,
      )}
      {...props}
    />
  );
}

/** The platform's own list: right on touch, with the keyboard and in every language. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={clsx(FRAME, 'h-10 px-2.5 text-base sm:text-sm', className)} {...props} />;
}
