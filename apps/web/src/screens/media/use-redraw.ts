'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import type { Provider } from '@spotsmith/contract/words';
import { callApi, newKey } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { findAsset, withAsset } from './session-assets.ts';

type Redraw = {
  prompt?: string;
  /** Who makes it this time, when not the ad's own provider. */
  provider?: Provider;
};

/** Makes one image or clip again. What was there is kept as a version. */
export function useRedraw(asset: Asset, onDone?: () => void) {
  const { session } = useAd();
  return useSessionAction<Redraw>(session.id, {
    send: ({ version }, redraw) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${asset.id}/regenerate`, {
        method: 'POST',
        body: { version, ...redraw },
        idempotencyKey: newKey(),
      }),
    foresee: (shown) =>
      withAsset(shown, asset.id, { status: 'queued', url: null, poster_url: null, trouble: null }),
    about: (shown) => findAsset(shown, asset.id)?.version_number,
    onDone: () => onDone?.(),
  });
}
