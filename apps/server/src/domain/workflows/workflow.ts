import { WORKFLOW_SLOTS, type WorkflowSlot } from '@spotsmith/contract/workflows';
import { InvalidInput } from '#src/domain/faults.ts';
import { type Graph, linkOf } from './graph.ts';

/** An input of the graph that we fill: which node's, what it is called there, and with what. */
export type Binding = { slot: WorkflowSlot; node: string; input: string };

/** A workflow with what we know of it. What stands here is the only truth: nothing is guessed when it runs. */
export type Workflow = {
  /** `comfyui/wan-2.2-5b` */
  id: string;
  name: string;
  kind: 'image' | 'clip';
  graph: Graph;
  bindings: Binding[];
  /** The node whose file is the result. */
  outputNode: string;
  /** Comes with Spotsmith, or was added here. */
  isShipped: boolean;
};

export const WORKFLOW_PREFIX = 'comfyui/';
const NUMBERS: readonly WorkflowSlot[] = ['width', 'height', 'frames', 'fps', 'seed', 'motion'];

/** The inputs bound to a slot whose present value is a number or a text, as the slot wants it. */
export function boundTo(
  { graph, bindings }: Pick<Workflow, 'graph' | 'bindings'>,
  slot: WorkflowSlot,
): { binding: Binding; value: unknown }[] {
  return bindings
    .filter((binding) => binding.slot === slot)
    .map((binding) => ({ binding, value: graph[binding.node]?.inputs[binding.input] }));
}

/** Whether an input can be filled with what a slot gives: a number in place of a number, a text in place of a text. */
export function isFit(slot: WorkflowSlot, value: unknown): boolean {
  return NUMBERS.includes(slot) ? typeof value === 'number' : typeof value === 'string';
}

/** Everything in a graph that can be filled: the values, not the links. */
export function fillableInputs(graph: Graph): { node: string; input: string; value: string | number }[] {
  return Object.entries(graph).flatMap(([node, { inputs }]) =>
    Object.entries(inputs).flatMap(([input, value]) =>
      linkOf(value) === null && (typeof value === 'string' || typeof value === 'number')
        ? [{ node, input, value }]
        : [],
    ),
  );
}

/**
 * Holds what is said of a graph against the graph. Throws InvalidInput `workflow_input_unknown` for an input that is not
 * there or of another sort, `workflow_no_output` for an output that is no node, `workflow_no_picture` for clips of nothing.
 */
export function assertWhole({
  kind,
  graph,
  bindings,
  outputNode,
}: Omit<Workflow, 'id' | 'name' | 'isShipped'>): void {
  for (const { slot, node, input } of bindings) {
    const value = graph[node]?.inputs[input];
    if (WORKFLOW_SLOTS.includes(slot) && value !== undefined && linkOf(value) === null && isFit(slot, value))
      continue;
    throw new InvalidInput(
      'workflow_input_unknown',
      `“${input}” of node ${node} cannot be filled with ${slot}: it is not there, or takes something else.`,
    );
  }
  if (graph[outputNode] === undefined) {
    throw new InvalidInput(
      'workflow_no_output',
      `The workflow has no node ${outputNode}. Choose the one that saves the result.`,
    );
  }
  if (kind === 'clip' && !bindings.some(({ slot }) => slot === 'picture')) {
    throw new InvalidInput(
      'workflow_no_picture',
      'Clips are made from a picture, and nothing in this workflow loads one. Add a Load Image node in ComfyUI, and export it again.',
    );
  }
}
