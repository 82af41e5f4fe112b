import { Id } from '@spotsmith/contract/common';
import { Costs, Estimate, InstallationCosts } from '@spotsmith/contract/costs';
import { MAX_SCENES } from '@spotsmith/contract/limits';
import { ListProgress, ProgressList } from '@spotsmith/contract/progress';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { downloadFinal } from '#src/use-cases/6-deliver/download.ts';
import { estimateCosts } from '#src/use-cases/costs/estimate-costs.ts';
import { packAd } from '#src/use-cases/6-deliver/pack-ad.ts';
import { readProgress } from '#src/use-cases/session/read-progress.ts';
import { reportInstallationCosts } from '#src/use-cases/costs/report-installation-costs.ts';
import { reportCosts } from '#src/use-cases/costs/report-costs.ts';
import type { App } from '../app.ts';
import type { Authentication } from '../authentication.ts';
import { progressMessage } from '../progress-message.ts';
import { Archive, sendArchive, ZIP } from '../send-archive.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['reports'];

/** What an ad costs, how far it is, and the ad itself. */
export function reportRoutes(app: App, ports: Ports, { requireOwner }: Authentication): void {
  app.get(
    '/api/costs',
    {
      onRequest: requireOwner,
      schema: {
        tags,
        operationId: 'getInstallationCosts',
        summary: 'What all ads together cost, by model, and how their jobs went. Owners only.',
        response: { 200: InstallationCosts },
      },
    },
    () => reportInstallationCosts(ports),
  );

  app.get(
    '/api/sessions/:session_id/costs',
    {
      schema: {
        tags,
        operationId: 'getCosts',
        summary: 'What was spent on an ad, by stage and by call.',
        params: SessionParams,
        response: { 200: Costs },
      },
    },
    (request) => reportCosts(ports, sessionRef(request)),
  );

  app.get(
    '/api/sessions/:session_id/estimate',
    {
      schema: {
        tags,
        operationId: 'getEstimate',
        summary:
          'The most that each stage will cost, before it is spent; `clips`: how many will be made, if that is known.',
        params: SessionParams,
        querystring: z.strictObject({ clips: z.coerce.number().int().min(0).max(MAX_SCENES).optional() }),
        response: { 200: Estimate },
      },
    },
    (request) => estimateCosts(ports, { ...sessionRef(request), ...request.query }),
  );

  app.get(
    '/api/sessions/:session_id/events',
    {
      schema: {
        tags,
        operationId: 'listProgress',
        summary: 'Progress messages after a sequence number, for those who cannot hold a socket open.',
        params: SessionParams,
        querystring: ListProgress,
        response: { 200: ProgressList },
      },
    },
    async (request) => {
      const rows = await readProgress(ports, { ...sessionRef(request), ...request.query });
      return { items: rows.map(progressMessage) };
    },
  );

  app.get(
    '/api/sessions/:session_id/download',
    {
      schema: {
        tags,
        operationId: 'downloadAd',
        summary: 'Redirects to the finished MP4, or to one of several by `asset_id`.',
        params: SessionParams,
        querystring: z.strictObject({ asset_id: Id.optional() }),
        response: { 302: z.null() },
      },
    },
    async (request, reply) => {
      const { asset_id: assetId } = request.query;
      const { url } = await downloadFinal(ports, { ...sessionRef(request), assetId });
      return reply.redirect(url, 302);
    },
  );

  app.get(
    '/api/sessions/:session_id/archive',
    {
      schema: {
        tags,
        operationId: 'downloadEverything',
        summary: 'The finished films and all they were made of, as a ZIP.',
        produces: [ZIP],
        params: SessionParams,
        response: { 200: Archive },
      },
    },
    async (request, reply) => {
      const { title, packed } = await packAd(ports, sessionRef(request));
      return sendArchive(ports, `${title}.zip`, packed, reply);
    },
  );
}
