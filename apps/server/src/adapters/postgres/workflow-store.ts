import { desc, eq } from './drizzle.ts';
import type { Workflow } from '#src/domain/workflows/workflow.ts';
import type { WorkflowReader, WorkflowWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { workflows } from './tables/workflows.ts';

export function workflowReader(db: Handle): WorkflowReader {
  return {
    async list() {
      return (await db.select().from(workflows).orderBy(desc(workflows.createdAt), workflows.id)).map(
        workflowOf,
      );
    },

    async find(id) {
      const [row] = await db.select().from(workflows).where(eq(workflows.id, id));
      return row === undefined ? null : workflowOf(row);
    },
  };
}

export function workflowWriter(tx: Handle): WorkflowWriter {
  return {
    ...workflowReader(tx),

    async insert({ isShipped: _, ...workflow }) {
      const added = await tx
        .insert(workflows)
        .values(workflow)
        .onConflictDoNothing()
        .returning({ id: workflows.id });
      return added.length > 0;
    },

    async update(id, patch) {
      await tx.update(workflows).set(patch).where(eq(workflows.id, id));
    },

    async remove(id) {
      const removed = await tx.delete(workflows).where(eq(workflows.id, id)).returning({ id: workflows.id });
      return removed.length > 0;
    },
  };
}

function workflowOf({ createdAt: _, ...row }: typeof workflows.$inferSelect): Workflow {
  return { ...row, isShipped: false };
}
