import type { AuditEvent } from '../../domain/audit.ts';
import type { Ports } from '../../ports/ports.ts';

/** What was done with accounts and access, newest first. For owners only; the door sees to that. */
export async function listAudit(
  { store }: Pick<Ports, 'store'>,
  { beforeId, limit }: { beforeId: number | null; limit: number },
): Promise<{ items: AuditEvent[]; nextBeforeId: number | null }> {
  const found = await store.read.audit.page(beforeId, limit + 1);
  const items = found.slice(0, limit);
  return { items, nextBeforeId: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
