'use client';
import { useEffect } from 'react';

/** Has the browser keep the offline page, once the page at hand has everything it needs. */
export function OfflinePage() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    navigator.serviceWorker.register('/service-worker.js').catch(() => {
      // Not on a secure origin, or forbidden: the browser's own page will have to do.
    });
  }, []);
  return null;
}
