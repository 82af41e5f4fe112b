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
