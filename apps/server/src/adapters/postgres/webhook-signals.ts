import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from './drizzle.ts';
import type { WebhookSignals } from '#src/ports/webhook-signals.ts';
import type { Database } from './open-database.ts';

const CHANNEL = 'webhook_signals';

/** Signals that cross from the process that was told to the process that waits. */
export async function openWebhookSignals(
  database: Pick<Database, 'drizzle' | 'listen'>,
): Promise<WebhookSignals> {
  const bell = new EventEmitter();
  bell.setMaxListeners(0);
  // What was missed while the connection was away is seen at the next poll.
  await database.listen(CHANNEL, (externalId) => void (externalId !== null && bell.emit(externalId)));
  return {
    async wait(externalId, maxMs, signal) {
      const over = new AbortController();
      const either = AbortSignal.any([signal, over.signal]);
      await Promise.race([
        once(bell, externalId, { signal: either }),
        sleep(maxMs, undefined, { signal: either }),
      ]).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
      over.abort();
    },
    send: async (externalId) =>
      void (await database.drizzle.execute(sql`select pg_notify(${CHANNEL}, ${externalId})`)),
  };
}
