import type { Session } from '@spotsmith/contract/sessions';
import { expect, vi } from 'vitest';
import type { StoryServer } from './story-world.ts';

export const WAIT = { timeout: 120_000, interval: 100 };

/** Waits for an ad to come into a state. */
export function until({ api }: StoryServer, id: string, status: Session['status']): Promise<Session> {
  return vi.waitFor(async () => {
    const session = await api.getSession(id);
    expect(session.status).toBe(status);
    return session;
  }, WAIT);
}
