import { z } from 'zod';
import type { Graph } from '#src/domain/workflows/graph.ts';
import type { Sight } from '#src/ports/makers.ts';

/** What a card has told of one work: the nodes that are over, and the one it is at. */
export type Steps = Pick<Sight, 'step' | 'fraction'> & { over: ReadonlySet<string>; node: string | null };

export const startSteps: Steps = { step: null, fraction: null, over: new Set(), node: null };

const LONGEST_NAME = 60;

const NodeName = z.coerce.string().max(200);
const Amount = z.coerce.number().min(0).max(1e6);
const NodeState = z.object({ state: z.string(), value: Amount, max: Amount });
const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('execution_start'), data: z.object({ prompt_id: z.string() }) }),
  z.object({
    type: z.literal('execution_cached'),
    data: z.object({ prompt_id: z.string(), nodes: z.array(NodeName) }),
  }),
  z.object({
    type: z.literal('executing'),
    data: z.object({ prompt_id: z.string(), node: NodeName.nullable() }),
  }),
  z.object({
    type: z.literal('progress'),
    data: z.object({ prompt_id: z.string(), node: NodeName, value: Amount, max: Amount }),
  }),
  z.object({
    type: z.literal('progress_state'),
    data: z.object({ prompt_id: z.string(), nodes: z.record(NodeName, NodeState) }),
  }),
]);

/** Takes in one text message of ComfyUI. What is of no interest, or not understood, changes nothing: the same object comes back. */
export function followSteps(steps: Steps, text: string, id: string, graph: Graph): Steps {
  const message = Message.safeParse(jsonOf(text)).data;
  if (message === undefined || message.data.prompt_id !== id) return steps;
  switch (message.type) {
    case 'execution_start':
      return at(startSteps, null, 0, 1, graph);
    case 'execution_cached':
      return at({ ...steps, over: new Set([...steps.over, ...message.data.nodes]) }, steps.node, 0, 1, graph);
    case 'executing':
      return at(leaving(steps, message.data.node), message.data.node, 0, 1, graph);
    case 'progress':
      return at(
        leaving(steps, message.data.node),
        message.data.node,
        message.data.value,
        message.data.max,
        graph,
      );
    case 'progress_state': {
      const told = Object.entries(message.data.nodes);
      const over = told.filter(([, { state }]) => state === 'finished').map(([node]) => node);
      const [node, running] = told.find(([, { state }]) => state === 'running') ?? [null, null];
      const rest = { ...steps, over: new Set([...steps.over, ...over]) };
      return at(rest, node ?? steps.node, running?.value ?? 0, running?.max ?? 1, graph);
    }
  }
}

/** One node after the other: whoever begins the next is done with the last. */
function leaving(steps: Steps, next: string | null): Steps {
  if (steps.node === null || steps.node === next) return steps;
  return { ...steps, over: new Set([...steps.over, steps.node]) };
}

function at(steps: Steps, node: string | null, done: number, of: number, graph: Graph): Steps {
  const nodes = Math.max(1, Object.keys(graph).length);
  const over = new Set([...steps.over].filter((each) => each !== node));
  const within = node === null ? 0 : Math.min(1, done / Math.max(1, of));
  return {
    over,
    node,
    step: node === null ? null : { name: nameOf(node, graph), done: Math.min(done, of), of: Math.max(1, of) },
    fraction: Math.min(1, (over.size + within) / nodes),
  };
}

function nameOf(node: string, graph: Graph): string {
  const { _meta: meta, class_type: kind } = graph[node] ?? {};
  return (meta?.title ?? kind ?? node).slice(0, LONGEST_NAME);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
