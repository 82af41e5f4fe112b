import type { WebSocket } from 'ws';
import type { FastifyBaseLogger } from 'fastify';
import { NotFound, Unauthenticated } from '#src/domain/faults.ts';
import type { Preview } from '@spotsmith/contract/progress';
import type { Ports } from '#src/ports/ports.ts';
import type { AssetPreview } from '#src/ports/progress.ts';
import { readProgress } from '#src/use-cases/session/read-progress.ts';
import { progressMessage } from './progress-message.ts';
import type { SocketLimits } from './server-options.ts';

const PAGE = 200;

/** Close codes: RFC 6455 §7.4.1 and the IANA registry. */
const CLOSED = { notAllowed: 1008, brokenHere: 1011, tooSlow: 1013 } as const;

/**
 * Streams an ad's progress into an open socket until either side ends it: everything after `after`, in order, each
 * message once, then what comes. The feed is subscribed before the table is read, so nothing falls between the two;
 * a page is sent only when the last one has left this process, so a slow reader costs no memory and is cut off.
 * Previews go out as they come, beside the messages.
 *
 * Must be called in the same turn as the upgrade, or an early message of the client is lost.
 */
export function followProgress(
  { store, feed }: Pick<Ports, 'store' | 'feed'>,
  input: {
    socket: WebSocket;
    userId: string;
    sessionId: string;
    after: number;
    limits: SocketLimits;
    log: FastifyBaseLogger;
    /** Asked with every ping; throws Unauthenticated when the login has ended meanwhile. */
    checkLogin(): Promise<void>;
  },
): void {
  const { socket, userId, sessionId, limits, log } = input;
  let seq = input.after;
  let isReading = false;
  let hasMore = false;
  let awaitsPong = false;

  const end = (code: number, reason: string): void => {
    socket.close(code, reason);
    // A peer that reads nothing never sees the close frame.
    setTimeout(() => socket.terminate(), 2000).unref();
  };
  const endFor = (error: unknown): void => {
    if (error instanceof NotFound) return end(CLOSED.notAllowed, 'This ad is gone.');
    if (error instanceof Unauthenticated) return end(CLOSED.notAllowed, 'Signed out.');
    if (error instanceof Stalled) return end(CLOSED.tooSlow, 'Too slow. Connect again.');
    log.error({ err: error, sessionId }, 'progress socket failed');
    end(CLOSED.brokenHere, 'Connect again.');
  };

  const sendWhatIsNew = async (): Promise<void> => {
    do {
      hasMore = false;
      const rows = await readProgress({ store }, { userId, sessionId, after: seq, limit: PAGE });
      for (const row of rows) {
        if (socket.readyState !== socket.OPEN) return;
        await sent(socket, JSON.stringify(progressMessage(row)), limits.stalledAfterMs);
        seq = row.seq;
      }
      if (rows.length === PAGE) hasMore = true;
    } while (hasMore && socket.readyState === socket.OPEN);
  };
  const wake = (): void => {
    hasMore = true;
    if (isReading || socket.readyState !== socket.OPEN) return;
    isReading = true;
    sendWhatIsNew()
      .catch(endFor)
      .finally(() => {
        isReading = false;
        if (hasMore) wake();
      });
  };
  const beat = async (): Promise<void> => {
    if (awaitsPong) return socket.terminate();
    await input.checkLogin();
    awaitsPong = true;
    await sent(socket, JSON.stringify({ type: 'ping' }), limits.stalledAfterMs);
    // A lost wake-up costs one beat, not a message.
    wake();
  };

  const show = ({ assetId, picture }: AssetPreview): void => {
    // Nobody misses one: a slow reader gets the next.
    if (socket.readyState !== socket.OPEN || socket.bufferedAmount > 0) return;
    const data = Buffer.from(picture).toString('base64');
    const preview: Preview = {
      type: 'preview',
      asset_id: assetId,
      picture: `data:image/webp;base64,${data}`,
    };
    socket.send(JSON.stringify(preview));
  };

  const unsubscribe = feed.subscribe(sessionId, wake, show);
  const heart = setInterval(() => void beat().catch(endFor), limits.pingEveryMs);
  socket.on('message', (data: Buffer) => {
    if (isPong(data.toString())) awaitsPong = false;
  });
  socket.on('close', () => {
    clearInterval(heart);
    unsubscribe();
  });
  wake();
}

/** `pong`, as the product says, or `{"type":"pong"}`, as one would guess. */
function isPong(text: string): boolean {
  return text === 'pong' || /^\{\s*"type"\s*:\s*"pong"\s*\}$/.test(text);
}

class Stalled extends Error {}

/** Resolves when the text has been handed to the network. Rejects with Stalled when the reader takes nothing. */
async function sent(socket: WebSocket, text: string, stalledAfterMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const patience = setTimeout(() => reject(new Stalled('The reader takes nothing.')), stalledAfterMs);
  // An error here means that the socket is closing; its `close` event ends everything.
  socket.send(text, () => resolve());
  try {
    await promise;
  } finally {
    clearTimeout(patience);
  }
}
