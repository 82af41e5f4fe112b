import { desc, lt } from './drizzle.ts';
import type { AuditReader, AuditWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { auditEvents } from './tables/audit-events.ts';

export function auditReader(db: Handle): AuditReader {
  return {
    async page(beforeId, limit) {
      return db
        .select()
        .from(auditEvents)
        .where(beforeId === null ? undefined : lt(auditEvents.id, beforeId))
        .orderBy(desc(auditEvents.id))
        .limit(limit);
    },
  };
}

export function auditWriter(tx: Handle): AuditWriter {
  return {
    ...auditReader(tx),
    async append(event) {
      await tx.insert(auditEvents).values(event);
    },
    async removeOlderThan(instant) {
      await tx.delete(auditEvents).where(lt(auditEvents.at, instant));
    },
  };
}
