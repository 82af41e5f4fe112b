import { z } from 'zod';
import { Id, Instant, Usd, plainText } from './common.ts';
import { USER_ROLES } from './words.ts';

// The upper limit keeps a hostile password from costing seconds of hashing.
const Password = z.string().min(8).max(128);

export const Login = z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(128) });
export type Login = z.infer<typeof Login>;

export const User = z.object({
  id: Id,
  email: z.string(),
  full_name: z.string(),
  role: z.enum(USER_ROLES),
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

/** The password again, because it cannot be undone. */
export const DeleteAccount = z.strictObject({ password: z.string().max(128) });

export const CreateUser = z.strictObject({
  email: z.email().max(254),
  full_name: plainText(1, 80),
  password: Password,
  role: z.enum(USER_ROLES).default('member'),
});
export type CreateUser = z.infer<typeof CreateUser>;

/** An account as its owner sees it. */
export const Account = User.extend({ is_disabled: z.boolean(), created_at: Instant });
export type Account = z.infer<typeof Account>;
export const AccountList = z.object({ items: z.array(Account) });

/** A new password signs the person out everywhere. */
export const EditUser = z.strictObject({
  full_name: plainText(1, 80).optional(),
  role: z.enum(USER_ROLES).optional(),
  password: Password.optional(),
  is_disabled: z.boolean().optional(),
});
export type EditUser = z.infer<typeof EditUser>;

export const CreateSocketTicket = z.strictObject({ session_id: Id });
/** One use, 30 seconds: for a socket opened from another site. */
export const SocketTicket = z.object({ ticket: z.string(), expires_at: Instant });
export type SocketTicket = z.infer<typeof SocketTicket>;

export const CreateApiToken = z.strictObject({ name: plainText(1, 60) });
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  /** The first characters, to tell tokens apart. */
  prefix: z.string(),
  created_at: Instant,
  last_used_at: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;
export const ApiTokenList = z.object({ items: z.array(ApiToken) });
/** The only time the token itself is shown. */
export const NewApiToken = ApiToken.extend({ token: z.string() });
export type NewApiToken = z.infer<typeof NewApiToken>;

/** What this installation can do, for the Settings and Brief steps. Keys are present or not, never shown. */
export const Installation = z.object({
  version: z.string(),
  mode: z.enum(['embedded', 'postgresql']),
  providers: z.array(z.object({ id: z.string(), is_ready: z.boolean(), note: z.string() })),
  max_cost_per_session_usd: Usd,
  daily_cap_per_user_usd: Usd,
  demo_login: z.object({ email: z.string(), password: z.string() }).nullable(),
});
export type Installation = z.infer<typeof Installation>;
