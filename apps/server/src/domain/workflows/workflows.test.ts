import { expect, test } from 'vitest';
import { modelInput, orderedSeconds } from '#src/domain/catalogue/model-input.ts';
import { fillGraph } from './fill-graph.ts';
import { readGraph, type Graph } from './graph.ts';
import { inferWorkflow } from './infer-workflow.ts';
import { modelOfWorkflow } from './model-of-workflow.ts';
import { SHIPPED_WORKFLOWS, sourceOfModel } from './shipped-workflows.ts';
import { assertWhole, fillableInputs } from './workflow.ts';

const wish = {
  prompt: 'A cup on a table',
  negativePrompt: 'text',
  seed: 7,
  aspectRatio: '9:16',
  seconds: 3,
  motionIntensity: 0.5,
  referenceUrls: [],
  firstFrameUrl: 'cup.png',
} as const;

function shipped(slug: string) {
  const found = SHIPPED_WORKFLOWS.find(({ id }) => id === `comfyui/${slug}`);
  if (!found) throw new Error(`No workflow ${slug}.`);
  return found;
}

function filled(slug: string, more: Partial<Parameters<typeof modelInput>[1]> = {}) {
  const workflow = shipped(slug);
  return fillGraph(workflow, modelInput(modelOfWorkflow(workflow), { ...wish, ...more }));
}

test('what the shipped workflows take is read from their graphs', () => {
  const slots = SHIPPED_WORKFLOWS.map(({ id, kind, bindings, outputNode }) => [
    id,
    kind,
    bindings.map(({ slot, node, input }) => `${slot}=${node}.${input}`).join(' '),
    outputNode,
  ]);
  expect(slots).toMatchSnapshot();
});

test('every file that a shipped workflow loads is one that is told where to get', () => {
  for (const { graph, models } of SHIPPED_WORKFLOWS) {
    const loaded = fillableInputs(graph).flatMap(({ value }) =>
      typeof value === 'string' && value.endsWith('.safetensors') ? [value] : [],
    );
    expect(models.map(({ file }) => file).toSorted()).toEqual([...new Set(loaded)].toSorted());
  }
  expect(sourceOfModel('svd_xt.safetensors')?.folder).toBe('checkpoints');
  expect(sourceOfModel('somebody-else.safetensors')).toBeNull();
});

test.each([
  ['wan-2.2-5b', '8', { width: 704, height: 1264, length: 73 }],
  ['wan-2.2-14b', '10', { width: 480, height: 848, length: 49 }],
  ['ltx-video', '6', { width: 480, height: 832, length: 81 }],
  ['svd', '3', { width: 576, height: 1024, video_frames: 25, fps: 8, motion_bucket_id: 110 }],
])('%s is ordered in sizes and frames that it takes', (slug, node, expected) => {
  expect(filled(slug)[node]?.inputs).toMatchObject(expected);
});

test('both halves of a workflow of two models draw the same noise', () => {
  const graph = filled('wan-2.2-14b', { seed: 42 });
  expect([graph['11']?.inputs['noise_seed'], graph['12']?.inputs['noise_seed']]).toEqual([42, 42]);
});

test('a clip is as long as planned, or as long as the graph’s author made it', () => {
  const model = modelOfWorkflow(shipped('wan-2.2-14b'));
  expect(orderedSeconds(model, 3)).toBeCloseTo(49 / 16);
  expect(orderedSeconds(model, 6)).toBeCloseTo(81 / 16);
});

test('a single photo is shown twice to a workflow that takes two', () => {
  const graph = filled('qwen-image-edit', { referenceUrls: ['a.png'], firstFrameUrl: null });
  expect([graph['4']?.inputs['image'], graph['5']?.inputs['image']]).toEqual(['a.png', 'a.png']);
});

test('the negative prompt is found by where it leads when nothing is titled', () => {
  const graph: Graph = {
    a: { class_type: 'CLIPTextEncode', inputs: { text: 'bad', clip: ['c', 1] } },
    b: { class_type: 'CLIPTextEncode', inputs: { text: 'good', clip: ['c', 1] } },
    k: { class_type: 'KSampler', inputs: { positive: ['b', 0], negative: ['a', 0], seed: 1 } },
    s: { class_type: 'SaveImage', inputs: { images: ['k', 0] } },
  };
  expect(inferWorkflow(graph).bindings).toEqual([
    { slot: 'negative', node: 'a', input: 'text' },
    { slot: 'prompt', node: 'b', input: 'text' },
    { slot: 'seed', node: 'k', input: 'seed' },
  ]);
});

test('the size of an upscaler behind the model is left alone', () => {
  const graph: Graph = {
    l: { class_type: 'EmptyLatentImage', inputs: { width: 1024, height: 1024 } },
    u: { class_type: 'ImageScale', inputs: { width: 4096, height: 4096, image: ['l', 0] } },
    s: { class_type: 'SaveImage', inputs: { images: ['u', 0] } },
  };
  expect(inferWorkflow(graph).bindings.map(({ node }) => node)).toEqual(['l', 'l']);
});

test('the file that the editor saves is refused with the menu item that exports the right one', () => {
  expect(() => readGraph({ nodes: [], links: [], version: 0.4 })).toThrow(/Workflow → Export \(API\)/);
});

test.each([['[]'], ['{}'], ['{"1":{"inputs":{}}}'], ['"x"'], ['null']])('%s is no workflow', (text) => {
  expect(() => readGraph(JSON.parse(text))).toThrow(/no workflow in API format/);
});

test('a graph of thousands of nodes is refused', () => {
  const node = { class_type: 'Note', inputs: {} };
  const graph = Object.fromEntries(Array.from({ length: 501 }, (_, id) => [String(id), node]));
  expect(() => readGraph(graph)).toThrow(/no workflow/);
});

test('a workflow that saves nothing, and clips of nothing, are refused with what is missing', () => {
  expect(() => inferWorkflow({ a: { class_type: 'KSampler', inputs: {} } })).toThrow(
    /Save Image or Save Video/,
  );
  const graph: Graph = { s: { class_type: 'SaveVideo', inputs: {} } };
  expect(() => assertWhole({ graph, ...inferWorkflow(graph) })).toThrow(/Add a Load Image node/);
});

test('an input can only be filled with what it takes', () => {
  const { graph, kind, outputNode } = shipped('sdxl');
  const bind = (slot: 'seed' | 'prompt', node: string, input: string) => () =>
    assertWhole({ graph, kind, outputNode, bindings: [{ slot, node, input }] });
  expect(bind('seed', '5', 'seed')).not.toThrow();
  expect(bind('seed', '2', 'text')).toThrow(/cannot be filled with seed/);
  expect(bind('prompt', '5', 'model')).toThrow(/cannot be filled with prompt/);
  expect(bind('prompt', '99', 'text')).toThrow(/cannot be filled/);
});
