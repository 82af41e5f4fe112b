import { z } from 'zod';
import { Id, Instant, Usd, plainText } from './common.ts';
import { MEDIA_KINDS, PROVIDERS, QUOTAS, TOKEN_SCOPES, USER_ROLES } from './words.ts';

// The upper limit keeps a hostile password from costing seconds of hashing.
const Password = z.string().min(8).max(128);

export const Login = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(128),
  /** Of the authenticator app, or a recovery code; for who has a second factor. */
  code: z.string().min(6).max(40).optional(),
});
export type Login = z.infer<typeof Login>;

export const User = z.object({
  id: Id,
  email: z.string(),
  full_name: z.string(),
  role: z.enum(USER_ROLES),
  has_second_factor: z.boolean(),
});
export type User = z.infer<typeof User>;

export const LoginAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('bearer'),
  user: User,
});
export type LoginAnswer = z.infer<typeof LoginAnswer>;

export const ChangePassword = z.strictObject({
  current_password: z.string().max(128),
  new_password: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** The password again: whoever finds a computer open must not change how its owner signs in. */
export const ConfirmPassword = z.strictObject({ password: z.string().max(128) });
/** What an authenticator app is given (RFC 6238). It asks for a code before it counts. */
export const NewSecondFactor = z.object({ secret: z.string(), otpauth_url: z.string() });
export type NewSecondFactor = z.infer<typeof NewSecondFactor>;
export const ConfirmSecondFactor = z.strictObject({ code: z.string().min(6).max(40) });
/** Each in place of one code, once. The only time they are shown. */
export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** The password again, because it cannot be undone. */
export const DeleteAccount = z.strictObject({ password: z.string().max(128) });

export const CreateUser = z.strictObject({
  email: z.email().max(254),
  full_name: plainText(1, 80),
  password: Password,
  role: z.enum(USER_ROLES).default('member'),
});
export type CreateUser = z.infer<typeof CreateUser>;

/** The first account of an installation. `code` stands in the server's log. */
export const SetUp = z.strictObject({
  code: z.string().min(1).max(40),
  email: z.email().max(254),
  full_name: plainText(1, 80),
  password: Password,
});
export type SetUp = z.infer<typeof SetUp>;

/** One person's own quotas, in place of the installation's: null leaves it to that, 0 is no limit. */
const OwnQuotas = z.strictObject({
  disk_bytes: z.int().min(0).nullable(),
  ads: z.int().min(0).nullable(),
  photos: z.int().min(0).nullable(),
  tracks: z.int().min(0).nullable(),
  running: z.int().min(0).nullable(),
});
export type OwnQuotas = z.infer<typeof OwnQuotas>;

/** What one has used and may use; `most` is null without a limit. */
export const QuotaList = z.object({
  items: z.array(z.object({ name: z.enum(QUOTAS), used: z.int(), most: z.int().nullable() })),
});
export type QuotaList = z.infer<typeof QuotaList>;

/** An account as its owner sees it. */
export const Account = User.extend({ is_disabled: z.boolean(), created_at: Instant, quotas: OwnQuotas });
export type Account = z.infer<typeof Account>;
export const AccountList = z.object({ items: z.array(Account) });

/** A new password signs the person out everywhere. */
export const EditUser = z.strictObject({
  full_name: plainText(1, 80).optional(),
  role: z.enum(USER_ROLES).optional(),
  password: Password.optional(),
  is_disabled: z.boolean().optional(),
  quotas: OwnQuotas.partial().optional(),
});
export type EditUser = z.infer<typeof EditUser>;

export const CreateSocketTicket = z.strictObject({ session_id: Id });
/** One use, 30 seconds: for a socket opened from another site. */
export const SocketTicket = z.object({ ticket: z.string(), expires_at: Instant });
export type SocketTicket = z.infer<typeof SocketTicket>;

export const CreateApiToken = z.strictObject({
  name: plainText(1, 60),
  scope: z.enum(TOKEN_SCOPES).default('make'),
  /** Null: until it is revoked. */
  expires_in_days: z.int().min(1).max(3650).nullable().default(90),
});
export type CreateApiToken = z.infer<typeof CreateApiToken>;
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  /** The first characters, to tell tokens apart. */
  prefix: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  created_at: Instant,
  expires_at: Instant.nullable(),
  last_used_at: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;
export const ApiTokenList = z.object({ items: z.array(ApiToken) });
/** The only time the token itself is shown. */
export const NewApiToken = ApiToken.extend({ token: z.string() });
export type NewApiToken = z.infer<typeof NewApiToken>;

/** What a person's new ads start with. `null` leaves it to the installation, whose caps are never passed. */
export const Preferences = z.strictObject({
  /** Cap of one ad in dollars. */
  max_cost_usd: Usd.nullable(),
  /** Most that is spent in a day (UTC) on all ads together, in dollars. */
  daily_cap_usd: Usd.nullable(),
  provider: z.enum(PROVIDERS).nullable(),
  /** Who makes one kind in its place. */
  image_provider: z.enum(PROVIDERS).nullable().default(null),
  clip_provider: z.enum(PROVIDERS).nullable().default(null),
  music_provider: z.enum(PROVIDERS).nullable().default(null),
  image_model: plainText(1, 100).nullable(),
  clip_model: plainText(1, 100).nullable(),
  music_model: plainText(1, 100).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

export const CreateInvitation = z.strictObject({
  email: z.email().max(254),
  role: z.enum(USER_ROLES).default('member'),
});
export type CreateInvitation = z.infer<typeof CreateInvitation>;

/** A way in for one person, once, until it expires or is withdrawn. */
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: z.enum(USER_ROLES),
  created_at: Instant,
  expires_at: Instant,
});
export type Invitation = z.infer<typeof Invitation>;
export const InvitationList = z.object({ items: z.array(Invitation) });
/** The only time the link is shown. */
export const NewInvitation = Invitation.extend({ url: z.string() });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** What the person with the link is shown before choosing a password. */
export const OpenInvitation = z.object({ email: z.string(), invited_by: z.string(), expires_at: Instant });
export type OpenInvitation = z.infer<typeof OpenInvitation>;
export const AcceptInvitation = z.strictObject({ full_name: plainText(1, 80), password: Password });
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

/** How much room files take, in bytes. */
export const DiskUse = z.object({
  own_bytes: z.int(),
  /** Of everybody together; told to owners only. */
  all_bytes: z.int().nullable(),
  /** Left where files are kept; null where there is no end, and for members. */
  free_bytes: z.int().nullable(),
});
export type DiskUse = z.infer<typeof DiskUse>;

/** What somebody has here and spends, as an owner sees it. */
export const UserUse = z.object({
  user_id: Id,
  /** Without deleted ones. */
  ads: z.int(),
  bytes: z.int(),
  /** On hosted models, in the last 30 days (UTC). */
  spent_usd: Usd,
  /** When one of the ads last changed; null without any. */
  last_active_at: Instant.nullable(),
});
export type UserUse = z.infer<typeof UserUse>;
export const UserUseList = z.object({ items: z.array(UserUse) });

/** What this installation can do, for the Settings and Brief steps. Keys are present or not, never shown. */
export const Installation = z.object({
  version: z.string(),
  mode: z.enum(['embedded', 'postgresql']),
  providers: z.array(
    z.object({
      id: z.enum(PROVIDERS),
      name: z.string(),
      makes: z.array(z.enum(MEDIA_KINDS)),
      is_ready: z.boolean(),
      /** The setting that holds its key or address; null where none is needed. */
      key_name: z.string().nullable(),
      note: z.string(),
    }),
  ),
  max_cost_per_session_usd: Usd,
  daily_cap_per_user_usd: Usd,
  /** Days after which ads that nobody changes are removed; null keeps them. */
  retention_days: z.int().nullable(),
  demo_login: z.object({ email: z.string(), password: z.string() }).nullable(),
  /** Nobody has an account yet: the first one is made at `/setup`. */
  needs_owner: z.boolean(),
});
export type Installation = z.infer<typeof Installation>;
