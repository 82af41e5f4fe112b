import { clsx } from 'clsx';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';

const LOOKS = {
  /** The next step; at most one on a screen. */
  primary: 'bg-accent text-on-accent hover:bg-accent-strong font-semibold',
  secondary: 'bg-raised text-text hover:bg-hover border border-line',
  quiet: 'text-quiet hover:text-text hover:bg-raised',
  danger: 'text-danger border border-line bg-raised hover:bg-danger-wash',
} as const;

const SIZES = {
  small: 'h-8 gap-1.5 px-2.5 text-sm',
  medium: 'h-10 gap-2 px-4 text-sm',
  large: 'h-12 gap-2.5 px-6 text-base',
  icon: 'size-9 justify-center',
} as const;

type ButtonProps = ComponentProps<'button'> & {
  look?: keyof typeof LOOKS;
  size?: keyof typeof SIZES;
  /** Gives the look to the single child instead, e.g. a link. */
  asChild?: boolean;
};

export function Button({
  look = 'secondary',
  size = 'medium',
  asChild = false,
  className,
  ...props
}: ButtonProps) {
  const Tag = asChild ? Slot.Root : 'button';
  return (
    <Tag
      {...(asChild ? {} : { type: 'button' as const })}
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control transition-colors',
        'disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:stroke-[1.5]',
        LOOKS[look],
        SIZES[size],
        className,
      )}
      {...props}
    />
  );
}
