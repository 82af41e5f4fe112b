import { AddWorkflow, EditWorkflow, TrialEvent, Workflow, WorkflowList } from '@spotsmith/contract/workflows';
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { Aborted } from '#src/domain/faults.ts';
import type { Workflow as KnownWorkflow } from '#src/domain/workflows/workflow.ts';
import type { Ports } from '#src/ports/ports.ts';
import { addWorkflow } from '#src/use-cases/workflows/add-workflow.ts';
import { editWorkflow, removeWorkflow } from '#src/use-cases/workflows/edit-workflow.ts';
import { listWorkflows } from '#src/use-cases/workflows/list-workflows.ts';
import { presentWorkflow } from '#src/use-cases/workflows/present-workflow.ts';
import { tryWorkflow } from '#src/use-cases/workflows/try-workflow.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';
import type { ServerOptions } from '../server-options.ts';

const tags = ['workflows'];
/** Proxies hang up on who says nothing for a minute. */
const BEAT_MS = 15_000;
const Params = z.object({ name: z.string().max(100) });

/** What ComfyUI makes images and clips with: everybody sees it, owners change it. */
export function workflowRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'composer' | 'log' | 'withTempDir'>,
  { requireOwner }: Pick<Authentication, 'requireOwner'>,
  { graphicsCards }: Pick<ServerOptions, 'graphicsCards'>,
): void {
  const missingFor = async (all: readonly KnownWorkflow[]) => (await graphicsCards?.missing(all)) ?? null;
  const present = async (id: string): Promise<Workflow> => {
    const found = (await listWorkflows(ports.store.read)).filter((workflow) => workflow.id === id);
    const missing = await missingFor(found);
    const [answer] = found.map((workflow) => presentWorkflow(workflow, missing?.get(id) ?? null));
    if (answer === undefined) throw new Error(`The workflow ${id} is gone.`);
    return answer;
  };

  app.get(
    '/api/workflows',
    {
      schema: {
        tags,
        operationId: 'listWorkflows',
        summary: 'Workflows of ComfyUI, with what each takes and what the graphics card lacks for it.',
        response: { 200: WorkflowList },
      },
    },
    async () => {
      const all = await listWorkflows(ports.store.read);
      const missing = await missingFor(all);
      return { items: all.map((workflow) => presentWorkflow(workflow, missing?.get(workflow.id) ?? null)) };
    },
  );

  app.post(
    '/api/workflows',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'addWorkflow',
        summary: 'Add a workflow that ComfyUI exported in API format. Owners only.',
        body: AddWorkflow,
        response: { 201: Workflow },
      },
    },
    async (request, reply) => {
      const { name, graph } = request.body;
      return reply.code(201).send(await present(await addWorkflow(ports, { name, json: graph })));
    },
  );

  app.put(
    '/api/workflows/comfyui/:name',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'editWorkflow',
        summary: 'Correct what an added workflow takes and which node gives the result. Owners only.',
        params: Params,
        body: EditWorkflow,
        response: { 200: Workflow },
      },
    },
    async (request) => {
      const id = `comfyui/${request.params.name}`;
      await editWorkflow(ports, { id, edit: request.body });
      return present(id);
    },
  );

  app.delete(
    '/api/workflows/comfyui/:name',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'removeWorkflow',
        summary: 'Remove an added workflow. Ads that were made with it stay. Owners only.',
        params: Params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeWorkflow(ports, `comfyui/${request.params.name}`);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/workflows/comfyui/:name/trial',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'tryWorkflow',
        summary:
          'Run a workflow once with a sample. Tells how it comes along, line by line; hanging up stops it. Owners only.',
        params: Params,
        produces: ['application/x-ndjson'],
        response: { 200: TrialEvent },
      },
    },
    async (request, reply) => {
      const trial = await tryWorkflow({ ...ports, graphicsCards }, `comfyui/${request.params.name}`);
      const lines = new PassThrough();
      const hungUp = new AbortController();
      const tell = (event: TrialEvent) => {
        if (!lines.destroyed) lines.write(`${JSON.stringify(event)}\n`);
      };
      const heart = setInterval(() => tell({ type: 'beat' }), BEAT_MS);
      reply.raw.once('close', () => hungUp.abort(new Aborted('cancelled', 'Stopped.')));
      void trial.run(hungUp.signal, tell).finally(() => {
        clearInterval(heart);
        lines.end();
      });
      // A proxy that gathers answers would show nothing until the end.
      reply.header('x-accel-buffering', 'no').type('application/x-ndjson');
      return reply.send(lines as never);
    },
  );
}
