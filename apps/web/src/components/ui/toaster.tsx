'use client';
import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Button } from './button.tsx';

type Message = {
  title: string;
  detail?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
};
type Shown = Message & { id: number };

const Context = createContext<(message: Message) => void>(() => {});

/**
 * Short-lived messages: undo, conflicts. Errors of a card are shown on the card instead. At the bottom, and on a phone,
 * where the next step fills that, at the top.
 */
export function Toaster({ children }: { children: ReactNode }) {
  const { t } = useTranslator();
  const [shown, setShown] = useState<Shown[]>([]);
  const show = useCallback((message: Message) => {
    setShown((current) => [...current.slice(-2), { ...message, id: (current.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = useCallback(
    (id: number) => setShown((current) => current.filter((toast) => toast.id !== id)),
    [],
  );

  return (
    <Context value={show}>
      {children}
      <div
        role="log"
        aria-label={t('toast.region')}
        className="fixed start-1/2 z-50 flex w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 flex-col gap-2 max-lg:top-16 lg:bottom-6 rtl:translate-x-1/2"
      >
        {shown.map((toast) => (
          <Toast key={toast.id} toast={toast} onClose={remove} />
        ))}
      </div>
    </Context>
  );
}

const SHOWN_MS = 8_000;

/** Leaves by itself, but not while somebody points at it or has the focus in it. */
function Toast({ toast, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const { t } = useTranslator();
  const [isHeld, setHeld] = useState(false);
  const { id, title, detail, action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => onClose(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, id, onClose]);

  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && onClose(id)}
      className="flex animate-rise items-center gap-3 rounded-media border border-line bg-raised py-2.5 pe-2.5 ps-4 shadow-float"
    >
      <div className="min-w-0 flex-1">
        <p className="text-sm font-medium">{title}</p>
        {detail !== undefined && <p className="text-xs text-quiet">{detail}</p>}
      </div>
      {action !== undefined && (
        <Button
          size="small"
          onClick={() => {
            onClose(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="quiet" size="icon" aria-label={t('action.close')} onClick={() => onClose(id)}>
        <X />
      </Button>
    </div>
  );
}

export function useToast() {
  return useContext(Context);
}
