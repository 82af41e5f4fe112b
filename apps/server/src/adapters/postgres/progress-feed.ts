import { AsyncResource } from 'node:async_hooks';
import { z } from 'zod';
import type { AssetPreview, ProgressFeed } from '#src/ports/progress.ts';
import { sql } from './drizzle.ts';
import type { Database } from './open-database.ts';
import { PROGRESS_CHANNEL } from './progress-store.ts';

/** Its payload is a whole preview: PostgreSQL carries 8,000 bytes and keeps none of them. */
const PREVIEW_CHANNEL = 'preview';
const Shown = z.tuple([z.string(), z.string(), z.base64()]);

/** One LISTEN of each kind for the whole process, handed on to the listeners of each session. */
export async function openProgressFeed(
  database: Pick<Database, 'listen' | 'drizzle'>,
): Promise<ProgressFeed> {
  const wakesBySession = new Map<string, Set<() => void>>();
  const viewersBySession = new Map<string, Set<(preview: AssetPreview) => void>>();

  await database.listen(PROGRESS_CHANNEL, (sessionId) => {
    const sets = sessionId === null ? wakesBySession.values() : [wakesBySession.get(sessionId) ?? []];
    for (const wakes of sets) for (const wake of wakes) wake();
  });

  await database.listen(PREVIEW_CHANNEL, (payload) => {
    if (payload === null) return;
    const [sessionId, assetId, picture] = Shown.parse(JSON.parse(payload));
    for (const view of viewersBySession.get(sessionId) ?? []) {
      view({ assetId, picture: Buffer.from(picture, 'base64') });
    }
  });

  return {
    subscribe(sessionId, wake, onPreview = () => undefined) {
      // PGlite notifies from within the writer's call; what is done then is not part of that call.
      const leave = [
        join(wakesBySession, sessionId, AsyncResource.bind(wake)),
        join(viewersBySession, sessionId, AsyncResource.bind(onPreview)),
      ];
      return () => leave.forEach((each) => each());
    },

    async showPreview(sessionId, { assetId, picture }) {
      const payload = JSON.stringify([sessionId, assetId, Buffer.from(picture).toString('base64')]);
      await database.drizzle.execute(sql`select pg_notify(${PREVIEW_CHANNEL}, ${payload})`);
    },
  };
}

function join<Listener>(
  bySession: Map<string, Set<Listener>>,
  sessionId: string,
  listener: Listener,
): () => void {
  const listeners = bySession.get(sessionId) ?? new Set();
  bySession.set(sessionId, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && bySession.get(sessionId) === listeners) bySession.delete(sessionId);
  };
}
