import { Session } from '@spotsmith/contract/sessions';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Conflict, Permanent } from '#src/domain/faults.ts';
import type { Ports } from '#src/ports/ports.ts';
import { callerOf } from './authentication.ts';

/** The header of requests that may be sent again without being done again. */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'Use up to 128 visible characters.')
    .optional()
    .describe(
      'Any text of your own. The same key with the same body is done once and answered alike for a day.',
    ),
});

/**
 * Does the work and gives the ad, to be answered with `status`. With an `Idempotency-Key` it is done once: a repetition gets the kept
 * answer. Throws Conflict `still_running` while the first one is at it, Permanent `key_reused` for another body.
 * `newId` is for what the work creates: it follows from the key, so that work done again after a crash finds it.
 * Work that fails changed nothing, so it gives the key back.
 */
export async function answerOnce(
  { store }: Pick<Ports, 'store'>,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (newId: string) => Promise<Session>,
  status: 201 | 202 = 202,
): Promise<Session> {
  const key = request.headers['idempotency-key'];
  reply.code(status);
  if (typeof key !== 'string') return work(randomUUID());

  const userId = callerOf(request).user.id;
  const requestHash = hashOf(request);
  const claim = await store.write((tx) => tx.idempotency.claim({ userId, key, requestHash }));
  switch (claim.kind) {
    case 'answered':
      reply.code(claim.status).header('idempotent-replayed', 'true');
      return Session.parse(JSON.parse(claim.body));
    case 'running':
      throw new Conflict(
        'still_running',
        'A request with this Idempotency-Key is being worked on. Ask again soon.',
      );
    case 'mismatch':
      throw new Permanent('key_reused', 'This Idempotency-Key was used for another request. Take a new one.');
    case 'claimed':
  }

  let session: Session;
  try {
    session = await work(idFrom(userId, key, requestHash));
  } catch (error) {
    await store.write((tx) => tx.idempotency.release(userId, key));
    throw error;
  }
  await store.write((tx) => tx.idempotency.answer(userId, key, { status, body: JSON.stringify(session) }));
  return session;
}

function hashOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest('hex');
}

/** A UUID of version 8 (RFC 9562 §5.8): ours to fill. */
function idFrom(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
