import { RaiseCap, Session } from '@spotsmith/contract/sessions';
import type { Ports } from '#src/ports/ports.ts';
import { cancelSession } from '#src/use-cases/session/cancel-session.ts';
import { raiseCap } from '#src/use-cases/session/raise-cap.ts';
import { retrySession } from '#src/use-cases/session/retry-session.ts';
import { stepBack } from '#src/use-cases/session/step-back.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import type { RateGuards } from '../rate-limits.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['flow'];

/** Stopping, going on and going back. */
export function flowRoutes(app: App, ports: Ports, guards: RateGuards): void {
  const moves = [
    {
      path: 'cancel',
      operationId: 'cancelSession',
      summary: 'Stop the work on an ad. What is finished stays.',
      move: cancelSession,
      // Whoever clicked too much must be able to stop what it started.
      guard: guards.request,
    },
    {
      path: 'retry',
      operationId: 'retrySession',
      summary: 'Go on where an ad failed or was cancelled, or try what failed once more.',
      move: retrySession,
      guard: guards.generation,
    },
    {
      path: 'step-back',
      operationId: 'stepBack',
      summary: 'Go back from a stop to the last place where you had a say.',
      move: stepBack,
      guard: guards.request,
    },
  ];
  for (const { path, operationId, summary, move, guard } of moves) {
    app.post(
      `/api/sessions/:session_id/${path}`,
      {
        schema: { tags, operationId, summary, params: SessionParams, response: { 202: Session } },
        preHandler: guard,
      },
      async (request, reply) => {
        await move(ports, sessionRef(request));
        return reply.code(202).send(await viewSession(ports, sessionRef(request)));
      },
    );
  }

  app.post(
    '/api/sessions/:session_id/cap',
    {
      schema: {
        tags,
        operationId: 'raiseCap',
        summary: 'Set the spending cap of an ad. Work that paused for it goes on.',
        params: SessionParams,
        body: RaiseCap,
        response: { 202: Session },
      },
    },
    async (request, reply) => {
      await raiseCap(ports, { ...sessionRef(request), maxCostUsd: request.body.max_cost_usd });
      return reply.code(202).send(await viewSession(ports, sessionRef(request)));
    },
  );
}
