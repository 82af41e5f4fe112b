import type { Asset } from '@spotsmith/contract/assets';
import { callApi } from './call-api.ts';

/** What a logo may be, as the `accept` of a file input. */
export const LOGO_TYPES = 'image/png,image/webp,image/jpeg,image/avif';

/** Hands an ad a file of the user's. */
export function uploadFile(sessionId: string, room: 'photos' | 'logo' | 'music', file: File): Promise<Asset> {
  const body = new FormData();
  body.set('file', file);
  return callApi<Asset>(`/api/sessions/${sessionId}/${room}`, { method: 'POST', body });
}
