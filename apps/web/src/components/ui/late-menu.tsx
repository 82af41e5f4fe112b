'use client';
import {
  cloneElement,
  Suspense,
  useState,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from 'react';

type LateMenuProps = {
  trigger: ReactElement<ComponentProps<'button'>>;
  /** The menu itself, open, with the same trigger; best a lazy component. */
  children: ReactNode;
};

/** A menu's button before anybody asked for the menu: the page opens without the weight of one. */
export function LateMenu({ trigger, children }: LateMenuProps) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <Suspense fallback={trigger}>{children}</Suspense>;
  return cloneElement(trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => setWanted(true),
  });
}
