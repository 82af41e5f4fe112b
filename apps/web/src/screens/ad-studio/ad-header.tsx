'use client';
import { providerFor } from '@spotsmith/contract/provider-for';
import { MEDIA_KINDS } from '@spotsmith/contract/words';
import { Bell, Square } from 'lucide-react';
import type { Session } from '@spotsmith/contract/sessions';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { secondsLeft } from '#src/live/live-progress.ts';
import { RemovalLine } from '../keeping/removal-line.tsx';
import { useAd } from './ad-context.tsx';
import { useProgressSentence } from './progress-sentence.ts';
import { useSecondHand } from './use-second-hand.ts';

/** The ad's name, where it stands in one sentence, and the money so far. */
export function AdHeader() {
  const { session } = useAd();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-44">
        <Title key={session.title} session={session} />
        <ProgressLine />
        <RemovalLine ad={session} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money />
        {isWorking(session) && (
          <>
            <NotifyButton />
            <CancelButton />
          </>
        )}
      </div>
    </div>
  );
}

function Title({ session }: { session: Session }) {
  const { t } = useTranslator();
  const rename = useSessionAction<string>(session.id, {
    send: ({ version }, title) =>
      callApi(`/api/sessions/${session.id}`, { method: 'PATCH', body: { version, title } }),
    foresee: (shown, title) => ({ ...shown, title }),
    about: ({ title }) => title,
  });
  const keep = (title: string) => {
    if (title !== '' && title !== session.title) rename.mutate(title);
  };
  return (
    <h1 className="-ms-2 text-base font-semibold">
      <input
        aria-label={t('ad.title')}
        defaultValue={session.title}
        maxLength={80}
        dir="auto"
        onBlur={(event) => keep(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        className="w-full max-w-xl truncate rounded-control bg-transparent px-2 py-0.5 hover:bg-raised rtl:text-right"
      />
    </h1>
  );
}

/** Where the work is, in one sentence; screen readers hear each new sentence, not each percent. */
function ProgressLine() {
  const { t, wait } = useTranslator();
  const { session, live } = useAd();
  const sentence = useProgressSentence();
  const nowMs = useSecondHand(isWorking(session));
  const left = isWorking(session) ? secondsLeft(live.progress, nowMs) : null;
  return (
    <p className="figures flex min-h-5 flex-wrap gap-x-2 text-sm text-quiet">
      <span role="status">{sentence}</span>
      {left !== null && <span>{t('progress.left', { time: wait(left) })}</span>}
    </p>
  );
}

function Money() {
  const { t, money } = useTranslator();
  const { session } = useAd();
  const isLocal = MEDIA_KINDS.every((kind) => providerFor(kind, session.options, 'studio') === 'studio');
  if (isLocal && session.spent_usd === 0) {
    return <p className="whitespace-nowrap text-sm text-quiet">{t('money.none')}</p>;
  }
  return (
    <p className="figures whitespace-nowrap text-sm text-quiet">
      <span className="text-text">{money(session.spent_usd)}</span>{' '}
      {t('money.ofCap', { cap: money(session.cap_usd) })}
    </p>
  );
}

function CancelButton() {
  const { t } = useTranslator();
  const { session } = useAd();
  const cancel = useSessionAction<void>(session.id, {
    send: () => callApi(`/api/sessions/${session.id}/cancel`, { method: 'POST' }),
  });
  return (
    <Button size="small" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
      <Square />
      {t('action.stop')}
    </Button>
  );
}

/** Offered until the browser was asked once. */
function NotifyButton() {
  const { t } = useTranslator();
  const isOpen = useSyncExternalStore(
    () => () => {},
    () => 'Notification' in window && Notification.permission === 'default',
    () => false,
  );
  const [isAsked, setAsked] = useState(false);
  if (!isOpen || isAsked) return null;
  return (
    <Button
      size="small"
      look="quiet"
      onClick={() => {
        setAsked(true);
        void Notification.requestPermission();
      }}
    >
      <Bell />
      <span className="max-sm:sr-only">{t('notify.ask')}</span>
    </Button>
  );
}
