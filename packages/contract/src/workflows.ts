import { z } from 'zod';
import { plainText } from './common.ts';

/** What Spotsmith can fill into a workflow of ComfyUI. */
export const WORKFLOW_SLOTS = [
  'prompt',
  'negative',
  'picture',
  'second_picture',
  'width',
  'height',
  'frames',
  'fps',
  'seed',
  'motion',
] as const;
export type WorkflowSlot = (typeof WORKFLOW_SLOTS)[number];

const NodeId = z.string().min(1).max(64);
const InputName = z.string().min(1).max(200);

/** An input of a node that can be filled, and with what it is; null leaves it as it stands in the graph. */
export const WorkflowInput = z.object({
  node: NodeId,
  input: InputName,
  /** The node's title, or its class. */
  title: z.string(),
  /** What stands there now, cut short. */
  value: z.string(),
  is_number: z.boolean(),
  slot: z.enum(WORKFLOW_SLOTS).nullable(),
});
export type WorkflowInput = z.infer<typeof WorkflowInput>;

export const Workflow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'clip']),
  /** Comes with Spotsmith and cannot be changed. */
  is_shipped: z.boolean(),
  /** What the graphics card lacks for it, in sentences; null while no ComfyUI answers. */
  missing: z.array(z.string()).nullable(),
  inputs: z.array(WorkflowInput),
  /** The node whose file is the result. */
  output_node: z.string(),
  nodes: z.array(z.object({ node: z.string(), title: z.string() })),
});
export type Workflow = z.infer<typeof Workflow>;
export const WorkflowList = z.object({ items: z.array(Workflow) });

export const AddWorkflow = z.strictObject({
  name: plainText(1, 60),
  /** What "Export (API)" of ComfyUI wrote. */
  graph: z.record(z.string(), z.unknown()),
});
export type AddWorkflow = z.infer<typeof AddWorkflow>;

/** All inputs that are to be filled; those that are left out stay as they stand in the graph. */
export const EditWorkflow = z.strictObject({
  name: plainText(1, 60),
  kind: z.enum(['image', 'clip']),
  output_node: NodeId,
  inputs: z.array(z.strictObject({ node: NodeId, input: InputName, slot: z.enum(WORKFLOW_SLOTS) })).max(200),
});
export type EditWorkflow = z.infer<typeof EditWorkflow>;
