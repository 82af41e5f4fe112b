import { Id } from '@spotsmith/contract/common';
import type { Session } from '@spotsmith/contract/sessions';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import { callerOf } from './authentication.ts';

/** The address of one ad: `/api/sessions/:session_id/…`. */
export const SessionParams = z.object({ session_id: Id });

/** Who asks for which ad: the first part of every use-case's input. */
export function sessionRef(request: FastifyRequest<{ Params: { session_id: string } }>): {
  userId: string;
  sessionId: string;
} {
  return { userId: callerOf(request).user.id, sessionId: request.params.session_id };
}

/** What every change of an ad is answered with: the whole ad as it is now. */
export function sessionAnswer(
  ports: Pick<Ports, 'store' | 'files'>,
  request: FastifyRequest,
  sessionId: string,
): Promise<Session> {
  return viewSession(ports, { userId: callerOf(request).user.id, sessionId });
}
