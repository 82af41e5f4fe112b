import { check, jsonb, pgTable, text } from '../drizzle.ts';
import type { Graph } from '#src/domain/workflows/graph.ts';
import type { Binding, Workflow } from '#src/domain/workflows/workflow.ts';
import { createdAt, oneOf } from './columns.ts';

const KINDS = ['image', 'clip'] as const satisfies Workflow['kind'][];

/** Workflows of ComfyUI that were added here: for everybody, so they are nobody's own. */
export const workflows = pgTable(
  'workflows',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    kind: text({ enum: KINDS }).notNull(),
    graph: jsonb().$type<Graph>().notNull(),
    bindings: jsonb().$type<Binding[]>().notNull(),
    outputNode: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [check('workflows_kind_check', oneOf(table.kind, KINDS))],
);
