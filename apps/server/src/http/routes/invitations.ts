import {
  AcceptInvitation,
  CreateInvitation,
  InvitationList,
  LoginAnswer,
  NewInvitation,
  OpenInvitation,
} from '@spotsmith/contract/account';
import { Id } from '@spotsmith/contract/common';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { acceptInvitation, viewInvitation } from '#src/use-cases/account/accept-invitation.ts';
import { inviteUser, listInvitations, withdrawInvitation } from '#src/use-cases/account/invite-user.ts';
import { invitationAnswer, loginAnswer } from '../account-answers.ts';
import type { App } from '../app.ts';
import { callerOf, type Authentication } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';
import type { ServerOptions } from '../server-options.ts';

const tags = ['users'];

/** Ways in for people without an account, made by owners. */
export function invitationRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'tokens'>,
  { requireOwner }: Authentication,
  { publicUrl, frontendUrl }: Pick<ServerOptions, 'publicUrl' | 'frontendUrl'>,
): void {
  app.get(
    '/api/invitations',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'listInvitations',
        summary: 'Invitations that nobody took yet. Owners only.',
        response: { 200: InvitationList },
      },
    },
    async () => ({ items: (await listInvitations(ports)).map(invitationAnswer) }),
  );

  app.post(
    '/api/invitations',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'inviteUser',
        summary: 'Make a link that lets one person make an account, once, within a week. Owners only.',
        body: CreateInvitation,
        response: { 201: NewInvitation },
      },
    },
    async (request, reply) => {
      const { token, ...kept } = await inviteUser(ports, { owner: callerOf(request).user, ...request.body });
      const url = `${frontendUrl ?? publicUrl}/invite/${token}`;
      return reply.code(201).send({ ...invitationAnswer(kept), url });
    },
  );

  app.delete(
    '/api/invitations/:invitation_id',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'withdrawInvitation',
        summary: 'Make an invitation worthless. Owners only.',
        params: z.object({ invitation_id: Id }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await withdrawInvitation(ports, { invitationId: request.params.invitation_id });
      return reply.code(204).send(null);
    },
  );
}

const InvitedParams = z.object({ token: z.string().min(1).max(100) });

/** For whoever has the link. The answers' log lines carry the route's pattern, never the token. */
export function invitedRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  authentication: Authentication,
  guards: RateGuards,
): void {
  app.get(
    '/api/invited/:token',
    {
      schema: {
        tags,
        operationId: 'viewInvitation',
        summary: 'Who is invited by a link, and by whom.',
        security: [],
        params: InvitedParams,
        response: { 200: OpenInvitation },
      },
    },
    async (request) => {
      const { email, invitedBy, expiresAt } = await viewInvitation(ports, request.params);
      return { email, invited_by: invitedBy, expires_at: expiresAt.toISOString() };
    },
  );

  app.post(
    '/api/invited/:token',
    {
      schema: {
        tags,
        operationId: 'acceptInvitation',
        summary: 'Make the account that a link is for. Answers a login, and sets it as cookie.',
        security: [],
        params: InvitedParams,
        body: AcceptInvitation,
        response: { 201: LoginAnswer },
      },
      preHandler: guards.invitation,
    },
    async (request, reply) => {
      if (request.headers.origin !== undefined) authentication.requireOwnOrigin(request);
      const { full_name: fullName, password } = request.body;
      const login = await acceptInvitation(ports, { ...request.params, fullName, password });
      return reply.code(201).send(loginAnswer(authentication, reply, login));
    },
  );
}
