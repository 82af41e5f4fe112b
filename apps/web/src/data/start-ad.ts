import type { CreateSession, Session } from '@spotsmith/contract/sessions';
import { callApi, newKey } from './call-api.ts';
import { uploadFile } from './upload-file.ts';

type NewAd = {
  prompt: string;
  photos: readonly File[];
  options: Omit<Partial<CreateSession>, 'prompt'>;
};

/** Creates an ad, hands it its photos and has the brief written. Gives back the ad as it then stands. */
export async function startAd({ prompt, photos, options }: NewAd): Promise<Session> {
  const { id } = await callApi<Session>('/api/sessions', {
    method: 'POST',
    body: { prompt, ...options },
    idempotencyKey: newKey(),
  });
  try {
    for (const photo of photos) await uploadFile(id, 'photos', photo);
  } catch (error) {
    // An ad without its photos is not what was asked for: nothing of it stays on the dashboard.
    await callApi(`/api/sessions/${id}`, { method: 'DELETE' }).catch(() => undefined);
    throw error;
  }
  return callApi<Session>('/api/generate-images', {
    method: 'POST',
    body: { session_id: id },
    idempotencyKey: newKey(),
  });
}
