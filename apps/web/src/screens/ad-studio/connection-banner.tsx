'use client';
import { useEffect, useState } from 'react';
import { LoaderCircle } from 'lucide-react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from './ad-context.tsx';

/** A blink of the connection is nobody's business. */
const PATIENCE_MS = 800;

export function ConnectionBanner() {
  const { t } = useTranslator();
  const isLost = useAd().live.connection === 'lost';
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(isLost), isLost ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [isLost]);

  return (
    <div role="status" className="sticky top-14 z-20">
      {isShown && (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-surface px-4 py-2 text-sm text-warning">
          <LoaderCircle aria-hidden className="size-4 animate-spin stroke-[1.5]" />
          {t('connection.lost')}
        </p>
      )}
    </div>
  );
}
