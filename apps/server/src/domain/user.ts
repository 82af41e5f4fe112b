import type { OwnQuotas, Preferences } from '@spotsmith/contract/account';
import { TOKEN_SCOPES, type TokenScope, type UserRole } from '@spotsmith/contract/words';
import { Conflict } from './faults.ts';

export type User = {
  id: string;
  email: string;
  fullName: string;
  role: UserRole;
  passwordHash: string;
  isDisabled: boolean;
  preferences: Preferences;
  quotas: OwnQuotas;
  secondFactor: SecondFactor | null;
  createdAt: Date;
};
export type NewUser = Omit<User, 'isDisabled' | 'preferences' | 'quotas' | 'secondFactor' | 'createdAt'>;

/**
 * An authenticator app. Its secret is made of the nonce and this server's own, so that the database alone gives nobody a
 * code. A recovery code is gone once it was used, and so is a step of 30 seconds.
 */
export type SecondFactor = {
  nonce: string;
  isConfirmed: boolean;
  lastStep: number;
  recoveryHashes: string[];
};

/** `owners` are all who can manage accounts. Throws Conflict `last_owner` when this is the only one. */
export function assertNotLastOwner(owners: readonly User[], userId: string): void {
  if (owners.length !== 1 || owners[0]?.id !== userId) return;
  throw new Conflict('last_owner', 'This is the only owner. Make somebody else an owner first.');
}

/** A way in for one person, once. Of its token only the hash is kept. */
export type Invitation = {
  id: string;
  email: string;
  role: UserRole;
  tokenHash: string;
  invitedById: string;
  createdAt: Date;
  expiresAt: Date;
};
export type NewInvitation = Omit<Invitation, 'createdAt'>;

/** A login. `id` is the token's `jti`; a row that is gone or expired means the token is worth nothing. */
export type AuthToken = { id: string; userId: string; expiresAt: Date };

export type ApiToken = {
  id: string;
  userId: string;
  name: string;
  prefix: string;
  tokenHash: string;
  scope: TokenScope;
  /** The token that made this one; it ends with it. */
  madeById: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

/** Whether whoever has the first scope may do what needs the second. */
export function reaches(scope: TokenScope, needed: TokenScope): boolean {
  return TOKEN_SCOPES.indexOf(scope) >= TOKEN_SCOPES.indexOf(needed);
}

export type NewApiToken = Omit<ApiToken, 'createdAt' | 'lastUsedAt'>;

/** A public link. Its token is made of its id and the server's secret, so that only the hash need be kept. */
export type Share = {
  id: string;
  sessionId: string;
  tokenHash: string;
  createdAt: Date;
  revokedAt: Date | null;
  allowsComments: boolean;
  allowsApproval: boolean;
  approval: Approval | null;
};

/** A visitor's yes to one version of the films. */
export type Approval = { author: string; version: number; approvedAt: Date };

/** What a visitor said by a link; `atSeconds` is null when it is about the whole film. */
export type ShareComment = {
  id: string;
  shareId: string;
  author: string;
  text: string;
  atSeconds: number | null;
  version: number;
  createdAt: Date;
  doneAt: Date | null;
};

export type NewShareComment = Omit<ShareComment, 'createdAt' | 'doneAt'>;
