import type { UserRole } from '@spotsmith/contract/words';

export type User = {
  id: string;
  email: string;
  fullName: string;
  role: UserRole;
  passwordHash: string;
  isDisabled: boolean;
  createdAt: Date;
};
export type NewUser = Omit<User, 'isDisabled' | 'createdAt'>;

/** A login. `id` is the token's `jti`; a row that is gone or expired means the token is worth nothing. */
export type AuthToken = { id: string; userId: string; expiresAt: Date };

export type ApiToken = {
  id: string;
  userId: string;
  name: string;
  prefix: string;
  tokenHash: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};
export type NewApiToken = Omit<ApiToken, 'createdAt' | 'lastUsedAt'>;

export type Share = {
  id: string;
  sessionId: string;
  token: string;
  createdAt: Date;
  revokedAt: Date | null;
};
