import { Id } from '@spotsmith/contract/common';
import { JobOverview } from '@spotsmith/contract/jobs';
import { z } from 'zod';
import { NotFound } from '#src/domain/faults.ts';
import type { TroubledJob } from '#src/ports/job-queue.ts';
import type { Ports } from '#src/ports/ports.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';

const tags = ['jobs'];
const MOST_SHOWN = 200;
const params = z.object({ job_id: Id });

/** The queue as its operator sees it, for owners. */
export function jobRoutes(app: App, { queue }: Pick<Ports, 'queue'>, { requireOwner }: Authentication): void {
  app.get(
    '/api/jobs',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'listJobs',
        summary: 'How full the queue is, and which jobs need somebody. Owners only.',
        response: { 200: JobOverview },
      },
    },
    async () => {
      const [depths, troubled] = await Promise.all([queue.depths(), queue.troubled(MOST_SHOWN)]);
      return {
        depths: depths.map(({ name: job, ...depth }) => ({ job, ...depth })),
        troubled: troubled.map(jobAnswer),
      };
    },
  );

  app.post(
    '/api/jobs/:job_id/retry',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'retryJob',
        summary: 'Deliver a job once more that was given up. Owners only.',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      if (!(await queue.retry(request.params.job_id))) throw noSuchJob();
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/api/jobs/:job_id',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'discardJob',
        summary: 'Forget a job that was given up or waits; its ad can be retried or cancelled. Owners only.',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      if (!(await queue.discard(request.params.job_id))) throw noSuchJob();
      return reply.code(204).send(null);
    },
  );
}

function noSuchJob(): NotFound {
  return new NotFound(
    'job_not_found',
    'There is no such job in a state that allows this. List the jobs again.',
  );
}

function jobAnswer({ name, sessionId, assetId, triedTimes, createdAt, ...job }: TroubledJob) {
  return {
    ...job,
    job: name,
    session_id: sessionId,
    asset_id: assetId,
    tried_times: triedTimes,
    created_at: createdAt.toISOString(),
  };
}
