import type { Workflow as WorkflowAnswer } from '@spotsmith/contract/workflows';
import { fillableInputs, type Workflow } from '../../domain/workflows/workflow.ts';

const LONGEST_VALUE = 80;

/** A workflow as it is shown for correction: everything that can be filled, what is filled first. */
export function presentWorkflow(workflow: Workflow, missing: string[] | null): WorkflowAnswer {
  const { id, name, kind, graph, bindings, outputNode, isShipped } = workflow;
  const titleOf = (node: string) => graph[node]?._meta?.title ?? graph[node]?.class_type ?? node;
  const inputs = fillableInputs(graph).map(({ node, input, value }) => ({
    node,
    input,
    title: titleOf(node),
    value: String(value).slice(0, LONGEST_VALUE),
    is_number: typeof value === 'number',
    slot: bindings.find((bound) => bound.node === node && bound.input === input)?.slot ?? null,
  }));
  return {
    id,
    name,
    kind,
    is_shipped: isShipped,
    missing,
    inputs: inputs.toSorted((a, b) => Number(a.slot === null) - Number(b.slot === null)),
    output_node: outputNode,
    nodes: Object.keys(graph).map((node) => ({ node, title: titleOf(node) })),
  };
}
