'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import type { Approval } from '@spotsmith/contract/words';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { findAsset, withAsset } from './session-assets.ts';

/** Approves or rejects an image or a clip. Saying the same again takes it back. */
export function useReview() {
  const { session } = useAd();
  return useSessionAction<{ asset: Asset; approval: Approval }>(session.id, {
    send: ({ version }, { asset, approval }) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${asset.id}`, {
        method: 'PATCH',
        body: { version, approval: toggled(asset, approval) },
      }),
    foresee: (shown, { asset, approval }) =>
      withAsset(shown, asset.id, { approval: toggled(asset, approval) }),
    about: (shown, { asset }) => findAsset(shown, asset.id)?.approval,
  });
}

function toggled(asset: Asset, approval: Approval): Approval {
  return asset.approval === approval ? 'pending' : approval;
}
