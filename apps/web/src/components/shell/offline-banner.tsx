'use client';
import { useSyncExternalStore } from 'react';
import { WifiOff } from 'lucide-react';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Says when the browser has lost the network. What is on the page stays. */
export function OfflineBanner() {
  const { t } = useTranslator();
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-warning-wash px-4 py-2 text-sm text-warning">
          <WifiOff aria-hidden className="size-4 stroke-[1.5]" />
          {t('offline.banner')}
        </p>
      )}
    </div>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
