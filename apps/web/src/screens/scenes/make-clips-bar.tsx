'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { useQuery } from '@tanstack/react-query';
import { Button } from '#src/components/ui/button.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { NextBar } from '#src/screens/ad-studio/next-bar.tsx';

export function MakeClipsBar() {
  const { t, money } = useTranslator();
  const { session, goTo } = useAd();
  const { data: estimate } = useQuery({
    ...queries.estimate(session.id, session.version),
    enabled: session.status === 'reviewing_scenes',
    placeholderData: (previous) => previous,
  });
  const make = useSessionAction<string>(session.id, {
    send: ({ version }, idempotencyKey) =>
      callApi<Session>('/api/generate-clips', {
        method: 'POST',
        body: { session_id: session.id, version },
        idempotencyKey,
      }),
    about: ({ scenes }) => scenes,
    onDone: () => goTo('clips'),
  });

  if (session.status !== 'reviewing_scenes') {
    return session.clips.length === 0 ? null : (
      <NextBar sentence={t('scenes.changeLater')}>
        <Button onClick={() => goTo('clips')}>{t('scenes.toClips')}</Button>
      </NextBar>
    );
  }
  const cost = estimate?.stages.find(({ stage }) => stage === 'clip')?.max_usd ?? 0;
  const count = session.scenes.length;
  return (
    <NextBar
      sentence={cost === 0 ? t('scenes.nextFree', { count }) : t('scenes.next', { count, cost: money(cost) })}
    >
      <Button look="primary" size="large" onClick={() => make.mutate(newKey())} disabled={make.isPending}>
        {t('scenes.makeClips')}
      </Button>
    </NextBar>
  );
}
