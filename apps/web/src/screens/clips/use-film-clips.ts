'use client';
import { MAX_SCENES } from '@spotsmith/contract/limits';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { goingOn } from '#src/screens/media/session-assets.ts';

/** The clips that make the film, in playing order. */
export function filmClips(session: Session): Asset[] {
  return goingOn(session.clips).slice(0, MAX_SCENES);
}

/** Says which clips make the film, by id and in playing order. */
export function useApproveClips(onDone?: () => void) {
  const { session } = useAd();
  return useSessionAction<string[]>(session.id, {
    send: ({ version }, clip_ids) =>
      callApi<Session>(`/api/sessions/${session.id}/approve-clips`, {
        method: 'POST',
        body: { version, clip_ids },
      }),
    foresee: (shown, clipIds) => ({ ...shown, clips: inOrder(shown.clips, clipIds) }),
    about: ({ clips }) => clips.map(({ id, approval }) => [id, approval]),
    onDone: () => onDone?.(),
  });
}

/** The named clips first, in that order and approved; the others keep theirs behind. */
function inOrder(clips: readonly Asset[], ids: readonly string[]): Asset[] {
  const named = ids.flatMap((id) => clips.find((clip) => clip.id === id) ?? []);
  const others = clips.filter(({ id }) => !ids.includes(id));
  return [...named.map((clip) => ({ ...clip, approval: 'approved' as const })), ...others].map(
    (clip, position) => ({ ...clip, position }),
  );
}
