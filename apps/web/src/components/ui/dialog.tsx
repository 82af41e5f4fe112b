'use client';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Button } from './button.tsx';

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: string | undefined;
  /** `sheet` slides up from the bottom of a phone and stands at the side elsewhere; `stage` fills the window. */
  shape?: 'box' | 'sheet' | 'stage';
  /** Hears every key that is pressed inside, whatever has the focus. */
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
};

const SHAPES = {
  box: 'start-1/2 top-1/2 w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-media rtl:translate-x-1/2',
  sheet:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-media sm:inset-y-0 sm:start-auto sm:end-0 sm:max-h-none sm:w-96 sm:rounded-none',
  stage: 'inset-2 rounded-media sm:inset-6',
} as const;

export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, description, shape = 'box', onKeyDown, children } = props;
  const { t } = useTranslator();
  const opener = useRef<Element | null>(null);
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-arrive bg-scrim" />
        <Primitive.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          {...(onKeyDown === undefined ? {} : { onKeyDown })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            // Back to what opened it, unless that is gone: a menu's entry.
            if (!(opener.current instanceof HTMLElement) || !opener.current.isConnected) return;
            event.preventDefault();
            opener.current.focus();
          }}
          className={clsx(
            'fixed z-50 flex animate-arrive flex-col overflow-y-auto border border-line bg-surface p-5 shadow-float',
            SHAPES[shape],
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="min-w-0">
              <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
              {description !== undefined && (
                <Primitive.Description className="mt-1 text-sm text-quiet">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <Button look="quiet" size="icon" aria-label={t('action.close')} className="-me-2 -mt-2">
                <X />
              </Button>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
