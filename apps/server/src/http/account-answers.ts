import type { Account, ApiToken, Invitation, LoginAnswer, User } from '@spotsmith/contract/account';
import type { FastifyReply } from 'fastify';
import type {
  ApiToken as KeptApiToken,
  Invitation as KeptInvitation,
  User as KeptUser,
} from '#src/domain/user.ts';
import type { Login } from '#src/use-cases/account/log-in.ts';
import type { Authentication } from './authentication.ts';

/** A person as others on the wire may see them: never the password's hash. */
export function userAnswer({ id, email, fullName, role, secondFactor }: KeptUser): User {
  const hasSecondFactor = secondFactor?.isConfirmed ?? false;
  return { id, email, full_name: fullName, role, has_second_factor: hasSecondFactor };
}

export function accountAnswer(user: KeptUser): Account {
  return {
    ...userAnswer(user),
    is_disabled: user.isDisabled,
    created_at: user.createdAt.toISOString(),
    quotas: user.quotas,
  };
}

export function invitationAnswer({ id, email, role, createdAt, expiresAt }: KeptInvitation): Invitation {
  return { id, email, role, created_at: createdAt.toISOString(), expires_at: expiresAt.toISOString() };
}

/** Sets the cookie too. */
export function loginAnswer(authentication: Authentication, reply: FastifyReply, login: Login): LoginAnswer {
  authentication.setCookie(reply, login.accessToken, login.expiresAt);
  return { access_token: login.accessToken, token_type: 'bearer', user: userAnswer(login.user) };
}

export function apiTokenAnswer({ id, name, prefix, scope, ...instants }: KeptApiToken): ApiToken {
  return {
    id,
    name,
    prefix,
    scope,
    created_at: instants.createdAt.toISOString(),
    expires_at: instants.expiresAt?.toISOString() ?? null,
    last_used_at: instants.lastUsedAt?.toISOString() ?? null,
  };
}
