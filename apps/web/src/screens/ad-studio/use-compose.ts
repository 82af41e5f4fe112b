'use client';
import type { Finish } from '@spotsmith/contract/finish';
import type { Session } from '@spotsmith/contract/sessions';
import { callApi, newKey } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from './ad-context.tsx';

/** Makes the ad, from its storyboard or its approved clips. What the finish leaves open stays as it was. */
export function useCompose(onDone?: () => void) {
  const { session, goTo } = useAd();
  return useSessionAction<Finish>(session.id, {
    send: ({ id, version }, finish) =>
      callApi<Session>('/api/compose-final', {
        method: 'POST',
        body: { session_id: id, version, ...finish },
        idempotencyKey: newKey(),
      }),
    about: ({ clips }) => clips.map(({ id, approval, position }) => [id, approval, position]),
    onDone: () => {
      onDone?.();
      goTo('ad');
    },
  });
}
