import {
  AdCounts,
  CreateSession,
  ListSessions,
  Session,
  SessionEdit,
  SessionPage,
} from '@spotsmith/contract/sessions';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { createSession } from '#src/use-cases/1-brief/create-session.ts';
import { countSessions } from '#src/use-cases/session/count-sessions.ts';
import { deleteSession } from '#src/use-cases/session/delete-session.ts';
import { duplicateSession } from '#src/use-cases/session/duplicate-session.ts';
import { editSession } from '#src/use-cases/session/edit-session.ts';
import { listSessions } from '#src/use-cases/session/list-sessions.ts';
import { restoreSession } from '#src/use-cases/session/restore-session.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import { answerOnce, IdempotencyHeaders } from '../answer-once.ts';
import { callerOf } from '../authentication.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['sessions'];

/** Ads as a list: find, make, rename, delete and bring back, copy. */
export function sessionRoutes(app: App, ports: Ports): void {
  app.get(
    '/api/sessions',
    {
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'Your ads, newest first unless asked for in another order.',
        querystring: ListSessions,
        response: { 200: SessionPage },
      },
    },
    (request) => listSessions(ports, { userId: callerOf(request).user.id, query: request.query }),
  );

  app.get(
    '/api/session-counts',
    {
      schema: {
        tags,
        operationId: 'countSessions',
        summary: 'How many ads you have: being made, waiting for you, finished, stopped, deleted.',
        response: { 200: AdCounts },
      },
    },
    (request) => countSessions(ports, { userId: callerOf(request).user.id }),
  );

  app.post(
    '/api/sessions',
    {
      schema: {
        tags,
        operationId: 'createSession',
        summary: 'Make a new ad from a prompt. Nothing is generated yet, so photos can be added first.',
        headers: IdempotencyHeaders,
        body: CreateSession,
        response: { 201: Session },
      },
    },
    (request, reply) =>
      answerOnce(
        ports,
        request,
        reply,
        async (id) => {
          const userId = callerOf(request).user.id;
          const sessionId = await createSession(ports, { userId, request: request.body, id });
          return viewSession(ports, { userId, sessionId });
        },
        201,
      ),
  );

  app.get(
    '/api/sessions/:session_id',
    {
      schema: {
        tags,
        operationId: 'getSession',
        summary: 'One ad with everything that belongs to it.',
        params: SessionParams,
        response: { 200: Session },
      },
    },
    (request) => viewSession(ports, sessionRef(request)),
  );

  app.patch(
    '/api/sessions/:session_id',
    {
      schema: {
        tags,
        operationId: 'editSession',
        summary: 'Rename or pin an ad, or change its prompt before anything is generated.',
        params: SessionParams,
        body: SessionEdit,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, ...edit } = request.body;
      await editSession(ports, { ...sessionRef(request), version, edit });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.delete(
    '/api/sessions/:session_id',
    {
      schema: {
        tags,
        operationId: 'deleteSession',
        summary: 'Delete an ad. It can be restored for a while.',
        params: SessionParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteSession(ports, sessionRef(request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/sessions/:session_id/restore',
    {
      schema: {
        tags,
        operationId: 'restoreSession',
        summary: 'Bring a deleted ad back.',
        params: SessionParams,
        response: { 200: Session },
      },
    },
    async (request) => {
      await restoreSession(ports, sessionRef(request));
      return viewSession(ports, sessionRef(request));
    },
  );

  app.post(
    '/api/sessions/:session_id/duplicate',
    {
      schema: {
        tags,
        operationId: 'duplicateSession',
        summary:
          'Start a new ad from this one: the same brief, finish, photos, logo and music, and nothing that was made.',
        params: SessionParams,
        response: { 201: Session },
      },
    },
    async (request, reply) => {
      const ref = sessionRef(request);
      const sessionId = await duplicateSession(ports, ref);
      return reply.code(201).send(await viewSession(ports, { ...ref, sessionId }));
    },
  );
}
