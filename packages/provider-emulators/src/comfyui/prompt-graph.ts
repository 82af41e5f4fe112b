import type { NodeClass } from './node-classes.ts';

export type PromptGraph = Record<
  string,
  { class_type: string; inputs: Record<string, unknown>; _meta?: { title?: string } }
>;

export type NodeErrors = Record<
  string,
  { class_type: string; dependent_outputs: string[]; errors: Record<string, unknown>[] }
>;

/** What is wrong with a graph, as ComfyUI tells it before it queues; `error` null when something can run. */
export function validate(
  graph: PromptGraph,
  classes: Record<string, NodeClass>,
  hasImage: (name: string) => boolean,
): { error: Record<string, unknown> | null; nodeErrors: NodeErrors; outputs: string[] } {
  for (const [id, { class_type: name }] of Object.entries(graph)) {
    if (classes[name] === undefined) return { error: missingNode(id, name), nodeErrors: {}, outputs: [] };
  }
  const outputs = Object.keys(graph).filter((id) => classes[graph[id]?.class_type ?? '']?.isOutput);
  if (outputs.length === 0) {
    const error = {
      type: 'prompt_no_outputs',
      message: 'Prompt has no outputs',
      details: '',
      extra_info: {},
    };
    return { error, nodeErrors: {}, outputs };
  }
  const nodeErrors: NodeErrors = {};
  const good = outputs.filter((output) => {
    const reached = [...upstreamOf(graph, output)];
    const bad = reached.filter((id) => {
      const errors = errorsOf(graph[id], classes, hasImage);
      if (errors.length === 0) return false;
      const known = (nodeErrors[id] ??= {
        class_type: graph[id]?.class_type ?? '',
        dependent_outputs: [],
        errors,
      });
      known.dependent_outputs.push(output);
      return true;
    });
    return bad.length === 0;
  });
  const error = {
    type: 'prompt_outputs_failed_validation',
    message: 'Prompt outputs failed validation',
    details: '',
    extra_info: {},
  };
  return { error: good.length === 0 ? error : null, nodeErrors, outputs: good };
}

/** A node and all that it is fed by. */
export function upstreamOf(graph: PromptGraph, id: string, found = new Set<string>()): Set<string> {
  if (found.has(id) || graph[id] === undefined) return found;
  for (const value of Object.values(graph[id].inputs)) {
    if (Array.isArray(value)) upstreamOf(graph, String(value[0]), found);
  }
  // Behind what feeds it: the order in which nodes run.
  return found.add(id);
}

function errorsOf(
  node: PromptGraph[string] | undefined,
  classes: Record<string, NodeClass>,
  hasImage: (name: string) => boolean,
): Record<string, unknown>[] {
  const { required = {} } = classes[node?.class_type ?? ''] ?? {};
  return Object.entries(required).flatMap(([name, kind]) => {
    const value = node?.inputs[name];
    if (value === undefined) {
      return [
        {
          type: 'required_input_missing',
          message: 'Required input is missing',
          details: name,
          extra_info: { input_name: name },
        },
      ];
    }
    if (Array.isArray(kind) && !kind.includes(value)) {
      return [
        {
          type: 'value_not_in_list',
          message: 'Value not in list',
          details: `${name}: '${textOf(value)}' not in (list of length ${kind.length})`,
          extra_info: { input_name: name, input_config: [kind], received_value: value },
        },
      ];
    }
    if (kind === 'IMAGE_FILE' && !hasImage(textOf(value))) {
      return [
        {
          type: 'custom_validation_failed',
          message: 'Custom validation failed for node',
          details: `image - Invalid image file: ${textOf(value)}`,
          extra_info: { input_name: name, received_value: value },
        },
      ];
    }
    return [];
  });
}

function missingNode(id: string, name: string): Record<string, unknown> {
  return {
    type: 'invalid_prompt',
    message: `Cannot execute because node ${name} does not exist.`,
    details: `Node ID '#${id}'`,
    extra_info: {},
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
