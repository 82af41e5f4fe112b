import type { FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';

/** Longer than any answer takes, but for downloads: those are cut off, and go on where they were by a range. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * A server that closes answers what it has taken first; then its connections are closed, because browsers keep theirs
 * open for long. What comes meanwhile is refused with 503, to be sent to another process.
 */
export function answerBeforeClosing(app: App): void {
  const unanswered = new Set<FastifyRequest>();
  const allAnswered = Promise.withResolvers<void>();
  let isClosing = false;
  const look = () => void (isClosing && unanswered.size === 0 && allAnswered.resolve());

  app.addHook('onRequest', async (request) => {
    // A socket is never answered; it is told to come back.
    if (!request.ws) unanswered.add(request);
  });
  app.addHook('onResponse', async (request) => {
    unanswered.delete(request);
    look();
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    look();
    await Promise.race([allAnswered.promise, sleep(ANSWER_WITHIN_MS, undefined, { ref: false })]);
  });
}
