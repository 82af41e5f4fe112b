import { clsx } from 'clsx';
import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-raised text-quiet',
  positive: 'bg-raised text-positive',
  warning: 'bg-warning-wash text-warning',
  danger: 'bg-danger-wash text-danger',
  accent: 'bg-accent-wash text-accent',
} as const;

export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'figures inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 text-xs [&_svg]:size-3.5 [&_svg]:stroke-[1.5]',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
