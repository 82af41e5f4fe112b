'use client';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from './ad-context.tsx';

/**
 * Where the ad stands, in the reader's language: counted from the ad itself while media is being made, the server's
 * own words where English is read, else the name of the state.
 */
export function useProgressSentence(): string {
  const { t, locale } = useTranslator();
  const { session, live, step } = useAd();
  const { message } = live.progress;
  if (session.status === 'reviewing_videos' && step === 'finish') return t('status.finishing');

  switch (session.status) {
    case 'generating_images':
      return t('progress.images', countReady(session.images));
    case 'generating_videos':
      return t('progress.clips', countReady(session.clips));
    default:
      return isWorking(session) && locale === 'en' && message !== ''
        ? message
        : t(`status.${session.status}`);
  }
}

function countReady(assets: readonly { status: string }[]): { ready: number; count: number } {
  return { ready: assets.filter(({ status }) => status === 'ready').length, count: assets.length };
}
