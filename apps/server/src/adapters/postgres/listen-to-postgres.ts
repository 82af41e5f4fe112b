import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';

/** Called with the payload of a notification, or with null when some may have been missed. */
export type Hear = (payload: string | null) => void;

export type Listener = {
  listen(channel: string, hear: Hear): Promise<() => void>;
  close(): Promise<void>;
};

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

/**
 * One connection of its own for LISTEN, opened with the first listener. When it is lost every listener hears null, so
 * that who looks now learns that the database is away; it is opened again with growing pauses, and they hear null again.
 */
export function listenToPostgres(config: ClientConfig): Listener {
  const channels = new Map<string, Set<Hear>>();
  const closing = new AbortController();
  let connection: Promise<Client> | null = null;

  async function connect(): Promise<Client> {
    const client = new Client({ ...config, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    client.on('notification', ({ channel, payload }) => tell(channels.get(channel), payload ?? ''));
    client.on('error', () => undefined);
    await client.connect();
    for (const channel of channels.keys()) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    client.once('end', () => {
      if (closing.signal.aborted) return;
      connection = reconnect();
      tellAll();
    });
    return client;
  }

  async function reconnect(): Promise<Client> {
    for (let pauseMs = FIRST_RETRY_MS; ; pauseMs = Math.min(LAST_RETRY_MS, pauseMs * 2)) {
      await sleep(pauseMs, undefined, { signal: closing.signal });
      try {
        const client = await connect();
        tellAll();
        return client;
      } catch {
        // The database is still away: the next pause is longer.
      }
    }
  }

  function tellAll(): void {
    for (const hears of channels.values()) tell(hears, null);
  }

  return {
    async listen(channel, hear) {
      const hears = channels.get(channel) ?? new Set();
      hears.add(hear);
      channels.set(channel, hears);
      if (connection === null) {
        connection = connect();
        await connection;
      } else if (hears.size === 1) {
        const client = await connection;
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      }
      return () => hears.delete(hear);
    },
    async close() {
      closing.abort();
      const client = await connection?.catch(() => null);
      await client?.end();
    },
  };
}

function tell(hears: Set<Hear> | undefined, payload: string | null): void {
  for (const hear of hears ?? []) hear(payload);
}
