'use client';
import { Slot } from 'radix-ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Kbd } from './kbd.tsx';

const POINTER_DELAY_MS = 400;
/** Long enough for the pointer to cross over to the tooltip itself. */
const LEAVE_DELAY_MS = 120;
const GAP_PX = 6;

type TooltipProps = { label: string; shortcut?: string; children: ReactElement };

/**
 * Says what a control without words is for, while it is pointed at or has the keyboard's focus; Escape puts it away.
 * Dozens of them stand on a page, so a resting one is nothing but a few listeners. The control carries the same words
 * as its label, so that screen readers need none of this.
 */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  const [control, setControl] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (delayMs: number, shown: HTMLElement | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setControl(shown), delayMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (control === null) return;
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setControl(null);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [control]);

  return (
    <>
      <Slot.Root
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') after(POINTER_DELAY_MS, event.currentTarget);
        }}
        onPointerLeave={() => after(LEAVE_DELAY_MS, null)}
        onPointerDown={() => after(0, null)}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) after(0, event.currentTarget);
        }}
        onBlur={() => after(0, null)}
      >
        {children}
      </Slot.Root>
      {control !== null && (
        <div
          // In the top layer nothing clips it, not even a dialog.
          popover="manual"
          aria-hidden
          ref={(bubble) => place(bubble, control)}
          onPointerEnter={() => after(0, control)}
          onPointerLeave={() => after(LEAVE_DELAY_MS, null)}
          className="fixed inset-auto m-0 animate-rise items-center gap-2 rounded-control border border-line bg-raised px-2.5 py-1.5 text-xs whitespace-nowrap text-text shadow-float open:flex"
        >
          {label}
          {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
        </div>
      )}
    </>
  );
}

/** Above the control, or below it where there is no room; never over the window's edge. */
function place(bubble: HTMLElement | null, control: HTMLElement): void {
  if (bubble === null) return;
  bubble.showPopover();
  const { top, bottom, left, width } = control.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = bubble;
  const above = top - offsetHeight - GAP_PX;
  const most = window.innerWidth - offsetWidth - GAP_PX;
  bubble.style.top = `${above < 0 ? bottom + GAP_PX : above}px`;
  bubble.style.left = `${Math.max(GAP_PX, Math.min(most, left + width / 2 - offsetWidth / 2))}px`;
}
