import type { WorkflowSlot } from '@spotsmith/contract/workflows';
import type { ModelInput } from '#src/domain/catalogue/model-input.ts';
import type { Graph } from './graph.ts';
import type { Workflow } from './workflow.ts';

/**
 * The graph of one run: every bound input filled with what was ordered, all else as it was stored. Inputs go by the names
 * of slots; `picture` may be a list, whose second entry goes into the second picture, or else the first does.
 */
export function fillGraph(
  { graph, bindings }: Pick<Workflow, 'graph' | 'bindings'>,
  input: ModelInput,
): Graph {
  const filled = structuredClone(graph);
  for (const { slot, node, input: name } of bindings) {
    const value = valueFor(slot, input);
    const target = filled[node];
    if (value !== undefined && target !== undefined) target.inputs[name] = value;
  }
  return filled;
}

function valueFor(slot: WorkflowSlot, input: ModelInput): string | number | undefined {
  const [first, second = first] = [input['picture'] ?? []].flat().map(String);
  if (slot === 'picture') return first;
  if (slot === 'second_picture') return second;
  const value = input[slot];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
