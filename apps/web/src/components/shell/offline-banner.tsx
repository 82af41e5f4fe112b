'use client';
import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Says when the network is gone and the studio with it. What is on the page stays. */
export function OfflineBanner() {
  const { t } = useTranslator();
  const isCutOff = useIsCutOff();
  return (
    <div role="status">
      {isCutOff && (
        <p className="flex items-center justify-center gap-2 bg-warning-wash px-4 py-2 text-sm text-warning">
          <WifiOff aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
          {t('offline.banner')}
        </p>
      )}
    </div>
  );
}

/** A studio on this very machine needs no network: only a server that does not answer either counts. */
function useIsCutOff(): boolean {
  const [isCutOff, setCutOff] = useState(false);
  useEffect(() => {
    const onOffline = () => void fetch('/health').catch(() => setCutOff(!navigator.onLine));
    const onOnline = () => setCutOff(false);
    if (!navigator.onLine) onOffline();
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    return () => {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
    };
  }, []);
  return isCutOff;
}
