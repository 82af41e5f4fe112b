import { AsyncResource } from 'node:async_hooks';
import type { ProgressFeed } from '#src/ports/progress.ts';
import type { Database } from './open-database.ts';
import { PROGRESS_CHANNEL } from './progress-store.ts';

/** One LISTEN for the whole process, handed on to the listeners of each session. */
export async function openProgressFeed(database: Pick<Database, 'listen'>): Promise<ProgressFeed> {
  const wakesBySession = new Map<string, Set<() => void>>();

  await database.listen(PROGRESS_CHANNEL, (sessionId) => {
    const sets = sessionId === null ? wakesBySession.values() : [wakesBySession.get(sessionId) ?? []];
    for (const wakes of sets) for (const wake of wakes) wake();
  });

  return {
    subscribe(sessionId, wake) {
      // PGlite notifies from within the writer's call; what is done then is not part of that call.
      const ownWake = AsyncResource.bind(wake);
      const wakes = wakesBySession.get(sessionId) ?? new Set();
      wakesBySession.set(sessionId, wakes.add(ownWake));
      return () => {
        wakes.delete(ownWake);
        if (wakes.size === 0 && wakesBySession.get(sessionId) === wakes) wakesBySession.delete(sessionId);
      };
    },
  };
}
