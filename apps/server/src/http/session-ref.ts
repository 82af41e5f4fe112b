import { Id } from '@spotsmith/contract/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
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
