import {
  ConfirmPassword,
  ConfirmSecondFactor,
  NewSecondFactor,
  RecoveryCodes,
} from '@spotsmith/contract/account';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import {
  confirmSecondFactor,
  removeSecondFactor,
  startSecondFactor,
} from '#src/use-cases/account/second-factor.ts';
import type { App } from '../app.ts';
import { callerOf } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';

/** An authenticator app beside the password. */
export function secondFactorRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'passwords' | 'tokens' | 'oneTimeCodes'>,
  { ownPassword }: Pick<RateGuards, 'ownPassword'>,
): void {
  const tags = ['account'];
  const own = { config: { scope: 'manage' as const }, preHandler: ownPassword };
  app.post(
    '/api/auth/second-factor',
    {
      ...own,
      schema: {
        tags,
        operationId: 'startSecondFactor',
        summary: 'The secret for an authenticator app. It counts once a code of it was shown.',
        body: ConfirmPassword,
        response: { 201: NewSecondFactor },
      },
    },
    async (request, reply) => {
      const { user } = callerOf(request);
      const { secret, otpauthUrl } = await startSecondFactor(ports, { user, ...request.body });
      return reply.code(201).send({ secret, otpauth_url: otpauthUrl });
    },
  );

  app.post(
    '/api/auth/second-factor/confirm',
    {
      ...own,
      schema: {
        tags,
        operationId: 'confirmSecondFactor',
        summary: 'Ask for a code at every sign-in from now on. Answers recovery codes, once.',
        body: ConfirmSecondFactor,
        response: { 200: RecoveryCodes },
      },
    },
    async (request) => {
      const { user } = callerOf(request);
      return { recovery_codes: await confirmSecondFactor(ports, { user, code: request.body.code }) };
    },
  );

  app.post(
    '/api/auth/second-factor/remove',
    {
      ...own,
      schema: {
        tags,
        operationId: 'removeSecondFactor',
        summary: 'Let the password be enough again.',
        body: ConfirmPassword,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeSecondFactor(ports, { user: callerOf(request).user, password: request.body.password });
      return reply.code(204).send(null);
    },
  );
}
