'use client';
import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Button } from './button.tsx';

type Message = {
  title: string;
  detail?: string | undefined;
  action?: { label: string; run: () => void } | undefined;
};
type Shown = Message & { id: number };

const Context = createContext<(message: Message) => void>(() => {});

/** Short-lived messages at the bottom: undo, conflicts. Errors of a card are shown on the card instead. */
export function Toaster({ children }: { children: ReactNode }) {
  const { t } = useTranslator();
  const [shown, setShown] = useState<Shown[]>([]);
  const show = useCallback((message: Message) => {
    setShown((current) => [...current.slice(-2), { ...message, id: (current.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = (id: number) => setShown((current) => current.filter((toast) => toast.id !== id));

  return (
    <Context value={show}>
      <Toast.Provider label={t('toast.region')} duration={8000}>
        {children}
        {shown.map((toast) => (
          <Toast.Root
            key={toast.id}
            onOpenChange={(open) => !open && remove(toast.id)}
            className="flex animate-rise items-center gap-3 rounded-media border border-line bg-raised py-2.5 pe-2.5 ps-4 shadow-float"
          >
            <div className="min-w-0 flex-1">
              <Toast.Title className="text-sm font-medium">{toast.title}</Toast.Title>
              {toast.detail !== undefined && (
                <Toast.Description className="text-xs text-quiet">{toast.detail}</Toast.Description>
              )}
            </div>
            {toast.action !== undefined && (
              <Toast.Action asChild altText={toast.action.label} onClick={toast.action.run}>
                <Button size="small">{toast.action.label}</Button>
              </Toast.Action>
            )}
            <Toast.Close asChild>
              <Button look="quiet" size="icon" aria-label={t('action.close')}>
                <X />
              </Button>
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed bottom-20 start-1/2 z-50 flex w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 flex-col gap-2 lg:bottom-6 rtl:translate-x-1/2" />
      </Toast.Provider>
    </Context>
  );
}

export function useToast() {
  return useContext(Context);
}
