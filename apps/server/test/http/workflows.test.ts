import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workflow, WorkflowList } from '@spotsmith/contract/workflows';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importWorkflowFiles } from '#src/open-workflow-files.ts';
import { SHIPPED_WORKFLOWS } from '#src/domain/workflows/shipped-workflows.ts';
import { openHttpWorld, type HttpWorld, type Person } from './http-world.ts';

let world: HttpWorld;
let owner: Person;
let member: Person;
beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
  member = await world.person();
});
afterAll(() => world.close());

const graph = SHIPPED_WORKFLOWS.find(({ id }) => id === 'comfyui/wan-2.2-5b')?.graph;
const add = (person: Person, json: unknown) =>
  person.ask('POST', '/api/workflows', { name: 'My Wan', graph: json });

test('an owner adds a workflow, corrects what it takes, and it is a model like any other', async () => {
  const added = Workflow.parse((await add(owner, graph)).json());
  expect(added).toMatchObject({ kind: 'clip', is_shipped: false, output_node: '12' });
  expect(added.inputs.filter(({ slot }) => slot !== null).map(({ slot }) => slot)).toContain('prompt');
  const inputs = added.inputs
    .flatMap(({ node, input, slot }) => (slot === null ? [] : [{ node, input, slot }]))
    .filter(({ slot }) => slot !== 'negative');
  const edited = await owner.ask('PUT', `/api/workflows/${added.id}`, {
    name: 'Wan, corrected',
    kind: 'clip',
    output_node: '12',
    inputs,
  });
  expect(edited.json()).toMatchObject({ name: 'Wan, corrected' });
  const session = await member.ask('POST', '/api/sessions', {
    prompt: 'Crema, an espresso cup',
    clip_model: added.id,
  });
  expect(session.statusCode).toBe(201);
  const listed = WorkflowList.parse((await member.ask('GET', '/api/workflows')).json());
  expect(listed.items[0]).toMatchObject({ id: added.id, name: 'Wan, corrected' });
  expect(listed.items[0]?.inputs.map(({ slot }) => slot)).not.toContain('negative');
  const removed = await owner.ask('DELETE', `/api/workflows/${added.id}`);
  expect(removed.statusCode).toBe(204);
});

test('what the editor of ComfyUI saved is refused with the menu item that exports the right file', async () => {
  const answer = await add(owner, { nodes: [], links: [] });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'workflow_ui_format' });
  expect(answer.body).toContain('Workflow → Export (API)');
});

test('only owners change workflows, and those that come with Spotsmith stay as they are', async () => {
  expect((await add(member, graph)).statusCode).toBe(403);
  const removing = await owner.ask('DELETE', '/api/workflows/comfyui/sdxl');
  expect(removing.statusCode).toBe(404);
});

test('files laid into the data directory are taken in once, and one that cannot be used is told in the log', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-workflows-'));
  await mkdir(join(dir, 'workflows'));
  await writeFile(join(dir, 'workflows', 'my-clips.json'), JSON.stringify(graph));
  await writeFile(join(dir, 'workflows', 'editor.json'), '{"nodes":[],"links":[]}');
  const told: string[] = [];
  const log = { ...world.ports.log, warn: (_fields: object, message: string) => void told.push(message) };
  const { store } = world.ports;
  for (let start = 0; start < 2; start++) await importWorkflowFiles(dir, { store, log });
  const ids = (await store.read.workflows.list()).map(({ id }) => id);
  expect(ids).toEqual(['comfyui/my-clips']);
  expect(told[0]).toContain('Export (API)');
  await store.write((tx) => tx.workflows.remove('comfyui/my-clips'));
  await rm(dir, { recursive: true });
});
