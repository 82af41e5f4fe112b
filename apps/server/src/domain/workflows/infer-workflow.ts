import type { WorkflowSlot } from '@spotsmith/contract/workflows';
import { InvalidInput } from '#src/domain/faults.ts';
import { type Graph, type GraphNode, linkOf } from './graph.ts';
import { type Binding, isFit, type Workflow } from './workflow.ts';

/** What inputs are called across public graphs; classes differ, names hardly. */
const SLOT_OF: Record<string, WorkflowSlot> = {
  text: 'prompt',
  prompt: 'prompt',
  positive_prompt: 'prompt',
  negative_prompt: 'negative',
  width: 'width',
  height: 'height',
  length: 'frames',
  num_frames: 'frames',
  video_frames: 'frames',
  fps: 'fps',
  frame_rate: 'fps',
  seed: 'seed',
  noise_seed: 'seed',
  motion_bucket_id: 'motion',
};
const SAVES_CLIP = /^(SaveVideo|SaveWEBM|VHS_VideoCombine)$/;
const SAVES_IMAGE = /^(SaveImage|PreviewImage|Image Save|SaveImageWebsocket)$/;
const LOADS_PICTURE = /LoadImage(?!Mask)/;
const SECOND = /second|zweit|\b2\b|last|end/i;
const NEGATIVE = /negativ/i;
/** Where the size of the result is set; elsewhere it may be that of an upscaler. */
const SETS_SIZE = /latent|tovideo|conditioning|empty/i;

/**
 * What a graph takes and gives, by the names, titles and classes of its nodes. A proposal: people correct it before it is
 * kept. Throws InvalidInput `workflow_no_output` when it saves neither a picture nor a video.
 */
export function inferWorkflow(graph: Graph): Pick<Workflow, 'kind' | 'bindings' | 'outputNode'> {
  const clips = nodesOf(graph, SAVES_CLIP);
  const outputNode = clips.at(-1) ?? nodesOf(graph, SAVES_IMAGE).at(-1);
  if (outputNode === undefined) {
    throw new InvalidInput(
      'workflow_no_output',
      'This workflow saves neither a picture nor a video. End it with Save Image or Save Video in ComfyUI, and export it again.',
    );
  }
  const negatives = feeding(graph, 'negative');
  const positives = feeding(graph, 'positive');
  const bindings = Object.entries(graph).flatMap(([id, node]) =>
    Object.entries(node.inputs).flatMap(([input, value]): Binding[] => {
      const named = SLOT_OF[input];
      if (named === undefined || !isFit(named, value)) return [];
      const isNegative = NEGATIVE.test(node._meta?.title ?? '') || (negatives.has(id) && !positives.has(id));
      const slot = named === 'prompt' && isNegative ? 'negative' : named;
      return [{ slot, node: id, input }];
    }),
  );
  return {
    kind: clips.length > 0 ? 'clip' : 'image',
    bindings: [...onlySizeOfResult(graph, bindings), ...pictures(graph)],
    outputNode,
  };
}

function nodesOf(graph: Graph, classes: RegExp): string[] {
  return Object.keys(graph).filter((id) => classes.test(graph[id]?.class_type ?? ''));
}

/** Every node that leads, over any number of others, into an input of this name; not through inputs of another polarity. */
function feeding(graph: Graph, name: 'positive' | 'negative'): Set<string> {
  const other = name === 'positive' ? 'negative' : 'positive';
  const found = new Set<string>();
  const visit = (id: string | null) => {
    if (id === null || found.has(id) || graph[id] === undefined) return;
    found.add(id);
    for (const [input, value] of Object.entries(graph[id].inputs)) if (input !== other) visit(linkOf(value));
  };
  for (const { inputs } of Object.values(graph)) visit(linkOf(inputs[name]));
  return found;
}

function pictures(graph: Graph): Binding[] {
  const loaders = nodesOf(graph, LOADS_PICTURE).filter(
    (id) => typeof graph[id]?.inputs['image'] === 'string',
  );
  const isSecond = (id: string) => SECOND.test(titleOf(graph[id]));
  return loaders
    .toSorted((a, b) => Number(isSecond(a)) - Number(isSecond(b)))
    .slice(0, 2)
    .map((node, place) => ({ slot: place === 0 ? 'picture' : 'second_picture', node, input: 'image' }));
}

function titleOf(node: GraphNode | undefined): string {
  return node?._meta?.title ?? '';
}

/** Of several sizes in a graph the one that the result is made at, wherever that stands. */
function onlySizeOfResult(graph: Graph, bindings: Binding[]): Binding[] {
  const isSize = ({ slot }: Binding) => slot === 'width' || slot === 'height';
  const sized = [...new Set(bindings.filter(isSize).map(({ node }) => node))];
  const main = sized.find((id) => SETS_SIZE.test(graph[id]?.class_type ?? '')) ?? sized[0];
  const sizeOf = (id: string | undefined) => {
    const inputs = id === undefined ? undefined : graph[id]?.inputs;
    return JSON.stringify([inputs?.['width'], inputs?.['height']]);
  };
  return bindings.filter((binding) => !isSize(binding) || sizeOf(binding.node) === sizeOf(main));
}
