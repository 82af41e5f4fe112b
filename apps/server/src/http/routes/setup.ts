import { LoginAnswer, SetUp } from '@spotsmith/contract/account';
import type { Ports } from '#src/ports/ports.ts';
import { setUpOwner } from '#src/use-cases/account/set-up-owner.ts';
import { loginAnswer } from '../account-answers.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';
import type { ServerOptions } from '../server-options.ts';

/** The way in for the very first person. */
export function setupRoute(
  app: App,
  ports: Pick<Ports, 'store' | 'passwords' | 'tokens'>,
  authentication: Authentication,
  guards: RateGuards,
  { setupCode }: Pick<ServerOptions, 'setupCode'>,
): void {
  app.post(
    '/api/setup',
    {
      schema: {
        tags: ['account'],
        operationId: 'setUp',
        summary: 'Make the first account, its owner’s, with the code in the server’s log.',
        security: [],
        body: SetUp,
        response: { 201: LoginAnswer },
      },
      preHandler: guards.invitation,
    },
    async (request, reply) => {
      if (request.headers.origin !== undefined) authentication.requireOwnOrigin(request);
      const { full_name: fullName, ...asked } = request.body;
      const login = await setUpOwner(ports, setupCode, { ...asked, fullName });
      return reply.code(201).send(loginAnswer(authentication, reply, login));
    },
  );
}
