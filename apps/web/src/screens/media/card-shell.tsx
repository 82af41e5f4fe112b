'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import type { FocusEvent, KeyboardEvent, PointerEvent, ReactNode } from 'react';

type CardShellProps = {
  asset: Asset;
  isSelected: boolean;
  onApproval: (approval: Approval) => void;
  /** D: the details, where it is drawn again. */
  onInspect: () => void;
  onSelect: () => void;
  onLively?: (isLively: boolean) => void;
  children: ReactNode;
};

/** What image and clip cards have in common: keys, the ring of the approved, the dimming of the rejected. */
export function CardShell({
  asset,
  isSelected,
  onApproval,
  onInspect,
  onSelect,
  onLively,
  children,
}: CardShellProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'd') onInspect();
    else if (asset.status === 'ready' && key === 'a') onApproval('approved');
    else if (asset.status === 'ready' && key === 'r') onApproval('rejected');
    else return;
    event.preventDefault();
  };
  const lively = (isLively: boolean) => (event: FocusEvent | PointerEvent) => {
    if (isLively || event.type === 'pointerleave' || !event.currentTarget.contains(document.activeElement)) {
      onLively?.(isLively);
    }
  };
  return (
    <li
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        onSelect();
        lively(true)(event);
      }}
      onBlur={lively(false)}
      onPointerEnter={lively(true)}
      onPointerLeave={lively(false)}
      className={clsx(
        '@container flex flex-col gap-2 rounded-media p-1.5 transition-colors',
        isSelected ? 'bg-surface' : 'bg-transparent',
      )}
    >
      {children}
    </li>
  );
}

/** Around the picture: a ring and a check when approved, dimmed when rejected. */
export function ApprovalFrame({ approval, children }: { approval: Approval; children: ReactNode }) {
  return (
    <div
      className={clsx(
        'relative rounded-media transition-opacity',
        approval === 'approved' && 'ring-2 ring-accent ring-offset-2 ring-offset-ground',
        approval === 'rejected' && 'opacity-35',
      )}
    >
      {children}
      {approval === 'approved' && (
        <span className="absolute -end-1.5 -top-1.5 grid size-6 place-items-center rounded-full bg-accent text-on-accent">
          <Check aria-hidden className="size-4 stroke-[2.5]" />
        </span>
      )}
    </div>
  );
}
