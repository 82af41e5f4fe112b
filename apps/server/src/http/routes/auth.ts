import {
  ChangePassword,
  CreateSocketTicket,
  DeleteAccount,
  Login,
  LoginAnswer,
  SocketTicket,
  User,
} from '@spotsmith/contract/account';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { changePassword } from '#src/use-cases/account/change-password.ts';
import { deleteAccount } from '#src/use-cases/account/delete-account.ts';
import { issueSocketTicket } from '#src/use-cases/account/issue-socket-ticket.ts';
import { logIn } from '#src/use-cases/account/log-in.ts';
import { logOut } from '#src/use-cases/account/log-out.ts';
import { packAccount } from '#src/use-cases/account/pack-account.ts';
import { loginAnswer, userAnswer } from '../account-answers.ts';
import type { App } from '../app.ts';
import { callerOf, type Authentication } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';
import { Archive, sendArchive, ZIP } from '../send-archive.ts';

const tags = ['account'];

/** The one route of the account that needs no login: making one. */
export function loginRoute(
  app: App,
  ports: Pick<Ports, 'store' | 'passwords' | 'tokens' | 'oneTimeCodes'>,
  authentication: Authentication,
  guards: RateGuards,
): void {
  app.post(
    '/api/auth/login',
    {
      schema: {
        tags,
        operationId: 'login',
        summary: 'Sign in. Answers a token for 24 hours and sets it as cookie.',
        security: [],
        body: Login,
        response: { 200: LoginAnswer },
      },
      preHandler: guards.login,
    },
    async (request, reply) => {
      // A page of another site must not sign its visitor in as somebody else.
      if (request.headers.origin !== undefined) authentication.requireOwnOrigin(request);
      return loginAnswer(authentication, reply, await logIn(ports, request.body));
    },
  );
}

export function authRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'files' | 'passwords' | 'tokens'>,
  authentication: Authentication,
  guards: RateGuards,
): void {
  ownAccountRoutes(app, ports, authentication, guards);
  app.post(
    '/api/auth/logout',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        operationId: 'logout',
        summary: 'Sign out: the token is worth nothing from now on.',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { login } = callerOf(request);
      if (login) await logOut(ports, { jti: login.jti });
      authentication.clearCookie(reply);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/auth/me',
    {
      schema: { tags, operationId: 'me', summary: 'Who is signed in.', response: { 200: User } },
    },
    async (request) => userAnswer(callerOf(request).user),
  );

  app.post(
    '/api/auth/password',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Change your own password. Every login ends; the answer is a new one.',
        body: ChangePassword,
        response: { 200: LoginAnswer },
      },
      preHandler: guards.ownPassword,
    },
    async (request, reply) => {
      const { current_password: currentPassword, new_password: newPassword } = request.body;
      const { user } = callerOf(request);
      return loginAnswer(
        authentication,
        reply,
        await changePassword(ports, { user, currentPassword, newPassword }),
      );
    },
  );

  app.post(
    '/api/auth/socket-ticket',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        operationId: 'createSocketTicket',
        summary: 'A ticket that opens the progress socket of one ad, once, within 30 seconds.',
        body: CreateSocketTicket,
        response: { 201: SocketTicket },
      },
    },
    async (request, reply) => {
      const { ticket, expiresAt } = await issueSocketTicket(ports, {
        userId: callerOf(request).user.id,
        sessionId: request.body.session_id,
      });
      return reply.code(201).send({ ticket, expires_at: expiresAt.toISOString() });
    },
  );
}

/** Taking one's data along, and leaving. */
function ownAccountRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'files' | 'passwords'>,
  authentication: Authentication,
  guards: RateGuards,
): void {
  app.get(
    '/api/account/archive',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'exportAccount',
        summary: 'Everything kept about you, with every ad and its files, as a ZIP.',
        produces: [ZIP],
        response: { 200: Archive },
      },
    },
    async (request, reply) => {
      const packed = await packAccount(ports, { user: callerOf(request).user });
      return sendArchive(ports, 'spotsmith.zip', packed, reply);
    },
  );

  app.post(
    '/api/account/delete',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'deleteAccount',
        summary: 'Delete your own account, with every ad. It cannot be undone.',
        body: DeleteAccount,
        response: { 204: z.null() },
      },
      preHandler: guards.ownPassword,
    },
    async (request, reply) => {
      await deleteAccount(ports, { user: callerOf(request).user, password: request.body.password });
      authentication.clearCookie(reply);
      return reply.code(204).send(null);
    },
  );
}
