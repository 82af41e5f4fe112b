import { readGraph } from '../../domain/workflows/graph.ts';
import { inferWorkflow } from '../../domain/workflows/infer-workflow.ts';
import { assertWhole, WORKFLOW_PREFIX, type Workflow } from '../../domain/workflows/workflow.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Keeps a workflow for everybody, with what is inferred of it; from then on what is kept is the only truth. With the name of
 * a file its id is that file's, and one that is known already stays as it is. Throws InvalidInput `workflow_ui_format`,
 * `workflow_unreadable`, `workflow_no_output`, `workflow_no_picture`.
 */
export async function addWorkflow(
  { store }: Pick<Ports, 'store'>,
  {
    name,
    json,
    slug = `added-${crypto.randomUUID().slice(0, 8)}`,
  }: { name: string; json: unknown; slug?: string },
): Promise<string> {
  const graph = readGraph(json);
  const workflow: Workflow = {
    id: `${WORKFLOW_PREFIX}${slug}`,
    name,
    graph,
    ...inferWorkflow(graph),
    isShipped: false,
  };
  assertWhole(workflow);
  await store.write((tx) => tx.workflows.insert(workflow));
  return workflow.id;
}
