import { Id } from '@spotsmith/contract/common';
import {
  ApproveRequest,
  Comment,
  CommentList,
  CommentRequest,
  EditCommentRequest,
} from '@spotsmith/contract/shares';
import { z } from 'zod';
import type { ShareComment } from '#src/domain/user.ts';
import type { Ports } from '#src/ports/ports.ts';
import { listComments, removeComment, resolveComment } from '#src/use-cases/6-deliver/own-comments.ts';
import {
  approveShared,
  commentOnShared,
  commentsOfShared,
  takeBackApproval,
} from '#src/use-cases/6-deliver/review-shared.ts';
import type { App } from '../app.ts';
import type { RateGuards } from '../rate-limits.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';
import { ShareParams } from './shares.ts';

const tags = ['shares'];

/** What visitors of a link say of the ad, without an account: as much as the link allows, and not too fast. */
export function visitorRoutes(app: App, ports: Pick<Ports, 'store' | 'tokens'>, guards: RateGuards): void {
  app.get(
    '/api/shared/:token/comments',
    {
      schema: {
        tags,
        operationId: 'listSharedComments',
        summary: 'What visitors of a public link said.',
        security: [],
        params: ShareParams,
        response: { 200: CommentList },
      },
    },
    async ({ params }) => ({ items: (await commentsOfShared(ports, params)).map(commentAnswer) }),
  );

  app.post(
    '/api/shared/:token/comments',
    {
      preHandler: guards.visitor,
      schema: {
        tags,
        operationId: 'commentOnShared',
        summary: 'Say something of the ad behind a public link.',
        security: [],
        params: ShareParams,
        body: CommentRequest,
        response: { 201: Comment },
      },
    },
    async ({ params, body }, reply) => {
      const { author, text, at_seconds: atSeconds } = body;
      return reply
        .code(201)
        .send(commentAnswer(await commentOnShared(ports, { ...params, author, text, atSeconds })));
    },
  );

  app.post(
    '/api/shared/:token/approval',
    {
      preHandler: guards.visitor,
      schema: {
        tags,
        operationId: 'approveShared',
        summary: 'Approve the ad behind a public link.',
        security: [],
        params: ShareParams,
        body: ApproveRequest,
        response: { 204: z.null() },
      },
    },
    async ({ params, body }, reply) => {
      await approveShared(ports, { ...params, ...body });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/shared/:token/approval',
    {
      preHandler: guards.visitor,
      schema: {
        tags,
        operationId: 'takeBackApproval',
        summary: 'Take an approval back, within a day.',
        security: [],
        params: ShareParams,
        response: { 204: z.null() },
      },
    },
    async ({ params }, reply) => {
      await takeBackApproval(ports, params);
      return reply.code(204).send(null);
    },
  );
}

const CommentParams = SessionParams.extend({ comment_id: Id });

/** What visitors said, for whoever made the ad. */
export function commentRoutes(app: App, ports: Pick<Ports, 'store'>): void {
  app.get(
    '/api/sessions/:session_id/comments',
    {
      schema: {
        tags,
        operationId: 'listComments',
        summary: 'What visitors of the public links of an ad said.',
        params: SessionParams,
        response: { 200: CommentList },
      },
    },
    async (request) => ({ items: (await listComments(ports, sessionRef(request))).map(commentAnswer) }),
  );

  app.patch(
    '/api/sessions/:session_id/comments/:comment_id',
    {
      schema: {
        tags,
        operationId: 'editComment',
        summary: 'Mark a comment as done, or as open again.',
        params: CommentParams,
        body: EditCommentRequest,
        response: { 200: Comment },
      },
    },
    async (request) => {
      const ref = { ...sessionRef(request), commentId: request.params.comment_id };
      return commentAnswer(await resolveComment(ports, { ...ref, isDone: request.body.is_done }));
    },
  );

  app.delete(
    '/api/sessions/:session_id/comments/:comment_id',
    {
      schema: {
        tags,
        operationId: 'removeComment',
        summary: 'Remove a comment for good.',
        params: CommentParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeComment(ports, { ...sessionRef(request), commentId: request.params.comment_id });
      return reply.code(204).send(null);
    },
  );
}

function commentAnswer({ id, author, text, version, ...comment }: ShareComment): Comment {
  return {
    id,
    author,
    text,
    version,
    at_seconds: comment.atSeconds,
    is_done: comment.doneAt !== null,
    created_at: comment.createdAt.toISOString(),
  };
}
