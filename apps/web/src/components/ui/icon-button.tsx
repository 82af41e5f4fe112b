import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'aria-label'> & {
  /** Said by screen readers and shown in the tooltip. */
  label: string;
  /** The key that does the same. */
  shortcut?: string;
  children: ReactNode;
};

export function IconButton({ label, shortcut, look = 'quiet', ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <Button size="icon" look={look} aria-label={label} {...props} />
    </Tooltip>
  );
}
