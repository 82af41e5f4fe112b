import { clsx } from 'clsx';

type ProgressBarProps = { label: string; percent: number; isLive?: boolean; className?: string };

/** How far a stage has come. The bar moves; the words beside it say the same. */
export function ProgressBar({ label, percent, isLive = true, className }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={clsx('h-1 overflow-hidden rounded-full bg-hover', className)}
    >
      <div
        className={clsx(
          'h-full rounded-full transition-[width] duration-200',
          isLive ? 'bg-accent' : 'bg-quiet',
        )}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
