'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Scene, SceneEdit } from '@spotsmith/contract/scene';
import type { Session } from '@spotsmith/contract/sessions';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Begins a scene's id that the server does not know yet. */
const NEW = 'new-';

/** Puts an edited list of scenes, in playing order, in place of the old one. */
export function useEditScenes() {
  const { session } = useAd();
  return useSessionAction<readonly Scene[]>(session.id, {
    send: ({ version }, scenes) =>
      callApi<Session>(`/api/sessions/${session.id}/scenes`, {
        method: 'PUT',
        body: { version, scenes: scenes.map(toEdit) },
      }),
    foresee: (shown, scenes) => ({
      ...shown,
      scenes: scenes.map((scene, position) => ({ ...scene, position })),
    }),
    about: (shown) => shown.scenes,
  });
}

/** A plain scene for one more image. */
export function newScene(image: Asset, position: number): Scene {
  return {
    id: `${NEW}${position}`,
    image_id: image.id,
    position,
    role: 'product',
    shot: 'medium',
    camera: 'push-in',
    motion_prompt: '',
    motion_intensity: 0.4,
    seconds: 3,
    on_screen_text: '',
  };
}

function toEdit({ position: _, id, ...direction }: Scene): SceneEdit {
  return id.startsWith(NEW) ? direction : { ...direction, id };
}
