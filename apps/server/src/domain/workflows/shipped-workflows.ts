import { z } from 'zod';
import { Graph } from './graph.ts';
import { inferWorkflow } from './infer-workflow.ts';
import fluxKontext from './shipped/flux-kontext.json' with { type: 'json' };
import ltxVideo from './shipped/ltx-video.json' with { type: 'json' };
import qwenImageEdit from './shipped/qwen-image-edit.json' with { type: 'json' };
import sdxl from './shipped/sdxl.json' with { type: 'json' };
import svd from './shipped/svd.json' with { type: 'json' };
import wan14b from './shipped/wan-2.2-14b.json' with { type: 'json' };
import wan5b from './shipped/wan-2.2-5b.json' with { type: 'json' };
import { WORKFLOW_PREFIX, type Workflow } from './workflow.ts';

/** A file of a model: its folder below ComfyUI's `models`, and the page where it can be had. */
const ModelFile = z.strictObject({
  file: z.string(),
  folder: z.string(),
  from: z.url(),
  gigabytes: z.number(),
});
export type ModelFile = z.infer<typeof ModelFile>;

const ShippedFile = z.strictObject({
  name: z.string(),
  default_for: z.array(z.enum(['photo', 'no-photo'])),
  /** Memory of a card that it runs on, as its makers or many users tell; ComfyUI moves what does not fit into main memory. */
  card_gigabytes: z.number(),
  models: z.array(ModelFile).min(1),
  graph: Graph,
});

export type ShippedWorkflow = Workflow & {
  defaultFor: ('photo' | 'no-photo')[];
  cardGigabytes: number;
  models: ModelFile[];
};

/** The workflows that come with Spotsmith, in the order in which they are preferred. */
export const SHIPPED_WORKFLOWS: readonly ShippedWorkflow[] = Object.entries({
  'qwen-image-edit': qwenImageEdit,
  'flux-kontext': fluxKontext,
  sdxl,
  'wan-2.2-5b': wan5b,
  'wan-2.2-14b': wan14b,
  'ltx-video': ltxVideo,
  svd,
}).map(([slug, file]) => {
  const {
    name,
    default_for: defaultFor,
    card_gigabytes: cardGigabytes,
    models,
    graph,
  } = ShippedFile.parse(file);
  const id = `${WORKFLOW_PREFIX}${slug}`;
  return { id, name, graph, ...inferWorkflow(graph), isShipped: true, defaultFor, cardGigabytes, models };
});

/** Where a model's file can be had; null for one that none of our workflows uses. */
export function sourceOfModel(file: string): ModelFile | null {
  return SHIPPED_WORKFLOWS.flatMap(({ models }) => models).find((model) => model.file === file) ?? null;
}
