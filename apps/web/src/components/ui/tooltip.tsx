'use client';
import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

/** Says what a control without words is for, while it is pointed at or has the focus. */
export function Tooltip({
  label,
  shortcut,
  children,
}: {
  label: string;
  shortcut?: string;
  children: ReactNode;
}) {
  return (
    <Primitive.Provider>
      <Primitive.Root delayDuration={400}>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            sideOffset={6}
            className="z-50 flex animate-rise items-center gap-2 rounded-control border border-line bg-raised px-2.5 py-1.5 text-xs text-text shadow-float"
          >
            {label}
            {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
