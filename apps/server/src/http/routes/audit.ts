import { AuditPage, ListAudit } from '@spotsmith/contract/audit';
import type { Ports } from '#src/ports/ports.ts';
import { listAudit } from '#src/use-cases/account/list-audit.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';

/** What was done with accounts and access, for owners. */
export function auditRoutes(app: App, ports: Pick<Ports, 'store'>, { requireOwner }: Authentication): void {
  app.get(
    '/api/audit',
    {
      onRequest: requireOwner,
      schema: {
        tags: ['users'],
        operationId: 'listAudit',
        summary: 'Sign-ins, tokens, links, caps and deletions, newest first. Owners only.',
        querystring: ListAudit,
        response: { 200: AuditPage },
      },
    },
    async (request) => {
      const { before: beforeId = null, limit } = request.query;
      const { items, nextBeforeId } = await listAudit(ports, { beforeId, limit });
      return {
        items: items.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
        next_before: nextBeforeId,
      };
    },
  );
}
