import { Account, AccountList, CreateUser, EditUser, UserUseList } from '@spotsmith/contract/account';
import { Id } from '@spotsmith/contract/common';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { microsToUsd } from '#src/domain/money.ts';
import { createUser } from '#src/use-cases/account/create-user.ts';
import { editUser } from '#src/use-cases/account/edit-user.ts';
import { listUsers } from '#src/use-cases/account/list-users.ts';
import { measureUse } from '#src/use-cases/account/measure-use.ts';
import { accountAnswer } from '../account-answers.ts';
import type { App } from '../app.ts';
import { callerOf, type Authentication } from '../authentication.ts';

const tags = ['users'];

/** Everybody's accounts, for owners. */
export function userRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'passwords'>,
  { requireOwner }: Authentication,
): void {
  app.get(
    '/api/users',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'listUsers',
        summary: 'Everybody with an account. Owners only.',
        response: { 200: AccountList },
      },
    },
    async () => ({ items: (await listUsers(ports)).map(accountAnswer) }),
  );

  app.get(
    '/api/users/use',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'listUse',
        summary: 'What everybody has here, and spent in the last 30 days. Owners only.',
        response: { 200: UserUseList },
      },
    },
    async () => ({
      items: (await measureUse(ports)).map(({ userId, ads, bytes, spentMicros, lastActiveAt }) => ({
        user_id: userId,
        ads,
        bytes,
        spent_usd: microsToUsd(spentMicros),
        last_active_at: lastActiveAt?.toISOString() ?? null,
      })),
    }),
  );

  app.post(
    '/api/users',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'createUser',
        summary: 'Add somebody. Owners only.',
        body: CreateUser,
        response: { 201: Account },
      },
    },
    async (request, reply) => {
      const { email, full_name: fullName, password, role } = request.body;
      const user = await createUser(ports, {
        ...{ email, fullName, password, role },
        by: callerOf(request).user,
      });
      return reply.code(201).send(accountAnswer(user));
    },
  );

  app.patch(
    '/api/users/:user_id',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'editUser',
        summary: 'Rename somebody, set a new password, change the role, disable or enable. Owners only.',
        params: z.object({ user_id: Id }),
        body: EditUser,
        response: { 200: Account },
      },
    },
    async (request) =>
      accountAnswer(
        await editUser(ports, {
          userId: request.params.user_id,
          edit: request.body,
          by: callerOf(request).user,
        }),
      ),
  );
}
