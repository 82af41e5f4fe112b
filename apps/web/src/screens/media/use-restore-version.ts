'use client';
import type { Session } from '@spotsmith/contract/sessions';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Uses an earlier version of an image or clip again, by its id. The newer ones are kept. */
export function useRestoreVersion(onDone: () => void) {
  const { session } = useAd();
  return useSessionAction<string>(session.id, {
    send: ({ version }, assetId) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${assetId}/restore`, {
        method: 'POST',
        body: { version },
      }),
    about: ({ versions }, assetId) => versions.some(({ id }) => id === assetId),
    onDone,
  });
}
