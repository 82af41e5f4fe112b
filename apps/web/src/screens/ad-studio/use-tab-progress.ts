'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useEffect, useRef } from 'react';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import type { LiveProgress } from '#src/live/live-progress.ts';

/** Shows in the tab's title and icon how far the work is, and tells (where allowed) when a hidden tab is done. */
export function useTabProgress(session: Session, progress: LiveProgress): void {
  const { t, percent } = useTranslator();
  const working = isWorking(session);
  const overall = Math.round(Math.max(progress.overall, session.overall));

  useEffect(() => {
    const name = `${session.title} · Spotsmith`;
    document.title = working ? `${percent(overall)} · ${name}` : name;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon === null) return;
    icon.dataset['still'] ??= icon.href;
    icon.href = working ? ringIcon(overall) : icon.dataset['still'];
    return () => {
      icon.href = icon.dataset['still'] ?? icon.href;
    };
  }, [working, overall, session.title, percent]);

  const wasWorking = useRef(working);
  useEffect(() => {
    const isDone = wasWorking.current && !working;
    wasWorking.current = working;
    if (!isDone || !document.hidden || !('Notification' in window) || Notification.permission !== 'granted')
      return;
    const note = new Notification(session.title, { body: t(`status.${session.status}`), tag: session.id });
    note.addEventListener('click', () => window.focus());
  }, [working, session, t]);
}

/** A ring that fills, as a picture for the tab. */
function ringIcon(percent: number): string {
  const round = 2 * Math.PI * 9;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke-width="4"><circle cx="12" cy="12" r="9" stroke="#6b635c"/><circle cx="12" cy="12" r="9" stroke="#ff8a3c" stroke-dasharray="${(round * percent) / 100} ${round}" transform="rotate(-90 12 12)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
