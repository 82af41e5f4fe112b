import type { Account, ApiToken, User } from '@spotsmith/contract/account';
import type { ApiToken as KeptApiToken, User as KeptUser } from '#src/domain/user.ts';

/** A person as others on the wire may see them: never the password's hash. */
export function userAnswer({ id, email, fullName, role }: KeptUser): User {
  return { id, email, full_name: fullName, role };
}

export function accountAnswer(user: KeptUser): Account {
  return { ...userAnswer(user), is_disabled: user.isDisabled, created_at: user.createdAt.toISOString() };
}

export function apiTokenAnswer({ id, name, prefix, createdAt, lastUsedAt }: KeptApiToken): ApiToken {
  return {
    id,
    name,
    prefix,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
  };
}
