import 'server-only';
import type { SharedAd } from '@spotsmith/contract/shares';
import { cache } from 'react';
import { isGone } from './api-problem.ts';
import { readApi } from './server-api.ts';

/** The ad behind a public link; null when the link does not work (any more). */
export const readSharedAd = cache(async (token: string): Promise<SharedAd | null> => {
  try {
    return await readApi<SharedAd>(`/api/shared/${encodeURIComponent(token)}`);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
});
