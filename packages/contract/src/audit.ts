import { z } from 'zod';
import { Instant } from './common.ts';
import { AUDIT_ACTIONS } from './words.ts';

/** One thing that somebody did with accounts or access. */
const AuditEvent = z.object({
  id: z.int(),
  at: Instant,
  action: z.enum(AUDIT_ACTIONS),
  /** The address of who did it, as it was then; null for somebody who did not get in. */
  actor: z.string().nullable(),
  /** What it was about: an address, a name, the title of an ad, an amount. */
  subject: z.string(),
});

/** Newest first; those before the id of the last one seen come next. */
export const ListAudit = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const AuditPage = z.object({ items: z.array(AuditEvent), next_before: z.int().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;
