import { ApiTokenList, CreateApiToken, NewApiToken } from '@spotsmith/contract/account';
import { Id } from '@spotsmith/contract/common';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { createApiToken } from '#src/use-cases/account/create-api-token.ts';
import { listApiTokens } from '#src/use-cases/account/list-api-tokens.ts';
import { revokeApiToken } from '#src/use-cases/account/revoke-api-token.ts';
import { apiTokenAnswer } from '../account-answers.ts';
import type { App } from '../app.ts';
import { callerOf } from '../authentication.ts';

const tags = ['account'];

/** Tokens for programs: shown once, kept as a hash. */
export function tokenRoutes(app: App, ports: Pick<Ports, 'store' | 'tokens'>): void {
  app.get(
    '/api/tokens',
    {
      schema: {
        tags,
        operationId: 'listTokens',
        summary: 'Your API tokens.',
        response: { 200: ApiTokenList },
      },
    },
    async (request) => {
      const tokens = await listApiTokens(ports, { userId: callerOf(request).user.id });
      return { items: tokens.map(apiTokenAnswer) };
    },
  );

  app.post(
    '/api/tokens',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'createToken',
        summary: 'Make an API token. It is shown in this answer and never again.',
        body: CreateApiToken,
        response: { 201: NewApiToken },
      },
    },
    async (request, reply) => {
      const { name, scope, expires_in_days: expiresInDays } = request.body;
      const { token, ...kept } = await createApiToken(ports, {
        caller: callerOf(request),
        wish: { name, scope, expiresInDays },
      });
      return reply.code(201).send({ ...apiTokenAnswer(kept), token });
    },
  );

  app.delete(
    '/api/tokens/:token_id',
    {
      config: { scope: 'manage' },
      schema: {
        tags,
        operationId: 'revokeToken',
        summary: 'End an API token.',
        params: z.object({ token_id: Id }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await revokeApiToken(ports, {
        user: callerOf(request).user,
        tokenId: request.params.token_id,
      });
      return reply.code(204).send(null);
    },
  );
}
