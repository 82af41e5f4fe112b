import { Id } from '@spotsmith/contract/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Unauthenticated } from '#src/domain/faults.ts';
import type { Ports } from '#src/ports/ports.ts';
import { authenticate } from '#src/use-cases/account/authenticate.ts';
import { checkTicketUser, takeSocketTicket } from '#src/use-cases/account/take-socket-ticket.ts';
import { readProgress } from '#src/use-cases/session/read-progress.ts';
import type { Metrics } from '#src/telemetry/metrics.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';
import { followProgress } from '../follow-progress.ts';
import { TooManyRequests } from '../rate-limits.ts';
import { SOCKET_LIMITS, type SocketLimits } from '../server-options.ts';

const Query = z.object({
  after: z.coerce.number().int().min(0).default(0),
  ticket: z.string().max(100).optional(),
});

/**
 * `GET /ws/{session_id}?after=SEQ`: the progress of one's own ad. Who asks is settled before the upgrade: by Bearer,
 * by cookie from one of our own origins, or by a ticket that works once. A refusal is a plain 401, 403, 404 or 429.
 */
export function progressSocket(
  app: App,
  ports: Pick<Ports, 'store' | 'feed' | 'tokens'>,
  authentication: Authentication,
  options: { socket?: Partial<SocketLimits>; metrics: Metrics },
): void {
  const limits = { ...SOCKET_LIMITS, ...options.socket };
  const admitted = new WeakMap<FastifyRequest, Admission>();
  const openByUser = new Map<string, number>();

  app.get(
    '/ws/:session_id',
    {
      websocket: true,
      schema: { hide: true, params: z.object({ session_id: Id }), querystring: Query },
      async preHandler(request) {
        const { session_id: sessionId } = request.params;
        const admission = await admit(ports, authentication, request, sessionId, request.query.ticket);
        const { userId } = admission;
        await readProgress(ports, { userId, sessionId, after: 0, limit: 1 });
        if ((openByUser.get(userId) ?? 0) >= limits.socketsPerUser) {
          throw new TooManyRequests('Too many open connections. Close some tabs.', 60);
        }
        admitted.set(request, admission);
      },
    },
    (socket, request) => {
      const admission = admitted.get(request);
      if (!admission) return socket.terminate();
      const { userId, checkLogin } = admission;
      openByUser.set(userId, (openByUser.get(userId) ?? 0) + 1);
      options.metrics.countSockets(1);
      socket.on('close', () => {
        options.metrics.countSockets(-1);
        const left = (openByUser.get(userId) ?? 1) - 1;
        if (left === 0) openByUser.delete(userId);
        else openByUser.set(userId, left);
      });
      const { session_id: sessionId } = request.params;
      followProgress(ports, {
        socket,
        userId,
        sessionId,
        after: request.query.after,
        limits,
        log: request.log,
        checkLogin,
      });
    },
  );
}

type Admission = { userId: string; checkLogin: () => Promise<void> };

/** A ticket knows nothing of the login it was given for, so its socket has to be renewed now and then. */
const TICKET_SOCKET_MS = 15 * 60_000;

async function admit(
  ports: Pick<Ports, 'store' | 'tokens'>,
  { tokenOf }: Authentication,
  request: FastifyRequest,
  sessionId: string,
  ticket: string | undefined,
): Promise<Admission> {
  if (ticket === undefined) {
    const token = tokenOf(request);
    const { user } = await authenticate(ports, { token });
    return { userId: user.id, checkLogin: async () => void (await authenticate(ports, { token })) };
  }
  const user = await takeSocketTicket(ports, { ticket, sessionId });
  const until = Date.now() + TICKET_SOCKET_MS;
  return {
    userId: user.id,
    async checkLogin() {
      if (Date.now() > until) throw new Unauthenticated('ticket_ended', 'Connect again with a new ticket.');
      await checkTicketUser(ports, user);
    },
  };
}
