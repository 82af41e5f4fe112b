import type { AuditAction } from '@spotsmith/contract/words';

/** Something that was done with accounts or access. `actor` is an e-mail address, null for somebody who did not get in. */
export type AuditEvent = {
  id: number;
  at: Date;
  action: AuditAction;
  actor: string | null;
  subject: string;
};
export type NewAuditEvent = Pick<AuditEvent, 'action' | 'actor' | 'subject'>;
