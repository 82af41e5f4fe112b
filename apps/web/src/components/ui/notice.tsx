import { clsx } from 'clsx';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const TONES = {
  info: { icon: Info, box: 'bg-raised', ink: 'text-quiet' },
  warning: { icon: TriangleAlert, box: 'bg-warning-wash', ink: 'text-warning' },
  danger: { icon: CircleAlert, box: 'bg-danger-wash', ink: 'text-danger' },
} as const;

type NoticeProps = { tone: keyof typeof TONES; title?: string; children?: ReactNode; actions?: ReactNode };

/** What happened and what mends it, at the place where it happened. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const { icon: Icon, box, ink } = TONES[tone];
  return (
    <div
      role={tone === 'info' ? 'note' : 'alert'}
      className={clsx('flex flex-wrap items-start gap-x-4 gap-y-3 rounded-media border border-line p-4', box)}
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-5 shrink-0 stroke-[1.5]', ink)} />
      <div className="min-w-48 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="max-w-[70ch] text-sm text-pretty">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
