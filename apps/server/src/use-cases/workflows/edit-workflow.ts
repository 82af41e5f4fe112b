import type { EditWorkflow } from '@spotsmith/contract/workflows';
import { NotFound } from '../../domain/faults.ts';
import { assertWhole } from '../../domain/workflows/workflow.ts';
import type { Ports } from '../../ports/ports.ts';

/**
 * Corrects what was inferred of a workflow that was added here. Throws NotFound `workflow_not_found`, InvalidInput
 * `workflow_input_unknown`, `workflow_no_output`, `workflow_no_picture`.
 */
export async function editWorkflow(
  { store }: Pick<Ports, 'store'>,
  { id, edit }: { id: string; edit: EditWorkflow },
): Promise<void> {
  await store.write(async (tx) => {
    const workflow = await tx.workflows.find(id);
    if (workflow === null) throw workflowNotFound();
    const { name, kind, inputs: bindings, output_node: outputNode } = edit;
    const patch = { name, kind, bindings, outputNode };
    assertWhole({ ...workflow, ...patch });
    await tx.workflows.update(id, patch);
  });
}

/** Ads that were made with it stay. Throws NotFound `workflow_not_found`. */
export async function removeWorkflow({ store }: Pick<Ports, 'store'>, id: string): Promise<void> {
  if (!(await store.write((tx) => tx.workflows.remove(id)))) throw workflowNotFound();
}

function workflowNotFound(): NotFound {
  return new NotFound('workflow_not_found', 'There is no such workflow among those that were added here.');
}
