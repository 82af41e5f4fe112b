import { z } from 'zod';
import { plainText } from './common.ts';
import { Trouble } from './problem.ts';
import { Sight } from './progress.ts';

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

/** What trying a workflow came to. */
export const TrialResult = z.object({
  /** `data:image/png;base64,…`; of a clip that is too large to send, its first picture. */
  file: z.string(),
  mime_type: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Of a clip: how long it plays. */
  seconds: z.number().nullable(),
  /** How long the card worked. */
  took_seconds: z.number(),
  /** Of the card whose memory filled most; null when none told. */
  memory: z
    .object({
      device: z.string(),
      total_bytes: z.number(),
      used_before_bytes: z.number(),
      used_after_bytes: z.number(),
    })
    .nullable(),
  warnings: z.array(z.string()),
});
export type TrialResult = z.infer<typeof TrialResult>;

/**
 * One line of what is told while a workflow is tried, as JSON and a line feed each; the last is `done` or `failed`. Hanging up
 * stops the work on the graphics card.
 */
export const TrialEvent = z.discriminatedUnion('type', [
  /** `picture` as in a preview; left out while it looks as before. */
  z.object({ type: z.literal('sight'), sight: Sight, picture: z.string().optional() }),
  z.object({ type: z.literal('waits'), message: z.string() }),
  /** Nothing new: it keeps proxies from hanging up. */
  z.object({ type: z.literal('beat') }),
  z.object({ type: z.literal('done'), result: TrialResult }),
  z.object({ type: z.literal('failed'), trouble: Trouble }),
]);
export type TrialEvent = z.infer<typeof TrialEvent>;
