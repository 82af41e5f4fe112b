import { z } from 'zod';
import { InvalidInput } from '#src/domain/faults.ts';

/** More than any graph that people draw; a file beyond it is something else. */
const MAX_NODES = 500;
const MAX_INPUTS = 200;
const Name = z.string().min(1).max(200);

const Node = z.object({
  class_type: Name,
  inputs: z.record(Name, z.json()).refine((inputs) => Object.keys(inputs).length <= MAX_INPUTS),
  _meta: z.object({ title: z.string().max(500).optional() }).optional(),
});
export type GraphNode = z.infer<typeof Node>;

/** A workflow as ComfyUI runs it: nodes by id, an input either a value or `[node, output]`. */
export const Graph = z.record(z.string().regex(/^[\w:.-]{1,64}$/), Node).refine((graph) => {
  const count = Object.keys(graph).length;
  return count > 0 && count <= MAX_NODES;
});
export type Graph = z.infer<typeof Graph>;

/**
 * Reads what "Export (API)" writes. Throws InvalidInput `workflow_ui_format` for the file that the editor saves, which
 * cannot be run, and `workflow_unreadable` for anything else.
 */
export function readGraph(json: unknown): Graph {
  if (isEditorFile(json)) {
    throw new InvalidInput(
      'workflow_ui_format',
      'This is the file that ComfyUI’s editor saves. In ComfyUI choose Workflow → Export (API), and add the file that it writes.',
    );
  }
  const parsed = Graph.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(
    'workflow_unreadable',
    'This is no workflow in API format. In ComfyUI choose Workflow → Export (API), and add the file that it writes.',
  );
}

/** The node that an input is fed by; null for a value. */
export function linkOf(value: unknown): string | null {
  const isLink = Array.isArray(value) && value.length === 2 && typeof value[1] === 'number';
  return isLink && (typeof value[0] === 'string' || typeof value[0] === 'number') ? String(value[0]) : null;
}

function isEditorFile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'nodes' in json && Array.isArray(json.nodes);
}
