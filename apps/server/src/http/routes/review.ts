import { AssetEdit, RegenerateAsset, RestoreVersion } from '@spotsmith/contract/assets';
import { Id } from '@spotsmith/contract/common';
import {
  ApproveClips,
  ApproveImages,
  EditBrief,
  EditScenes,
  ReviseImages,
  Session,
} from '@spotsmith/contract/sessions';
import type { Ports } from '#src/ports/ports.ts';
import { editBrief } from '#src/use-cases/1-brief/edit-brief.ts';
import { approveImages } from '#src/use-cases/2-images/approve-images.ts';
import { reviseImages } from '#src/use-cases/2-images/revise-images.ts';
import { editScenes } from '#src/use-cases/3-scenes/edit-scenes.ts';
import { approveClips } from '#src/use-cases/4-clips/approve-clips.ts';
import { editAsset } from '#src/use-cases/session/edit-asset.ts';
import { regenerateAsset } from '#src/use-cases/session/regenerate-asset.ts';
import { restoreVersion } from '#src/use-cases/session/restore-version.ts';
import { answerOnce, IdempotencyHeaders } from '../answer-once.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import type { RateGuards } from '../rate-limits.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['review'];

/** What a person decides between the stages. Writes carry the version last seen and are answered 409 when it is old. */
export function reviewRoutes(app: App, ports: Ports, guards: RateGuards): void {
  app.put(
    '/api/sessions/:session_id/brief',
    {
      schema: {
        tags,
        operationId: 'editBrief',
        summary: 'Change the brief.',
        params: SessionParams,
        body: EditBrief,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, brief: edit } = request.body;
      await editBrief(ports, { ...sessionRef(request), version, edit });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.post(
    '/api/sessions/:session_id/revise-images',
    {
      schema: {
        tags,
        operationId: 'reviseImages',
        summary: 'While images are being made: fewer of them, or another model for those that are not begun.',
        params: SessionParams,
        body: ReviseImages,
        response: { 200: Session },
      },
    },
    async (request) => {
      await reviseImages(ports, { ...sessionRef(request), revision: request.body });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.post(
    '/api/sessions/:session_id/approve-images',
    {
      schema: {
        tags,
        operationId: 'approveImages',
        summary: 'Choose the images that go on, at least two.',
        params: SessionParams,
        body: ApproveImages,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, image_ids: imageIds } = request.body;
      await approveImages(ports, { ...sessionRef(request), version, imageIds });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.put(
    '/api/sessions/:session_id/scenes',
    {
      schema: {
        tags,
        operationId: 'editScenes',
        summary: 'Put this list of scenes in place of the plan, in playing order.',
        params: SessionParams,
        body: EditScenes,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, scenes } = request.body;
      await editScenes(ports, { ...sessionRef(request), version, scenes });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.post(
    '/api/sessions/:session_id/approve-clips',
    {
      schema: {
        tags,
        operationId: 'approveClips',
        summary: 'Choose the clips of the ad, in playing order.',
        params: SessionParams,
        body: ApproveClips,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, clip_ids: clipIds } = request.body;
      await approveClips(ports, { ...sessionRef(request), version, clipIds });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.patch(
    '/api/sessions/:session_id/assets/:asset_id',
    {
      schema: {
        tags,
        operationId: 'editAsset',
        summary: 'Approve or reject one image or clip, or trim a clip.',
        params: SessionParams.extend({ asset_id: Id }),
        body: AssetEdit,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, ...edit } = request.body;
      const { asset_id: assetId } = request.params;
      await editAsset(ports, { ...sessionRef(request), version, assetId, edit });
      return viewSession(ports, sessionRef(request));
    },
  );

  app.post(
    '/api/sessions/:session_id/assets/:asset_id/regenerate',
    {
      schema: {
        tags,
        operationId: 'regenerateAsset',
        summary: 'Draw one image again, or make one clip again. The old one is kept as a version.',
        headers: IdempotencyHeaders,
        params: SessionParams.extend({ asset_id: Id }),
        body: RegenerateAsset,
        response: { 202: Session },
      },
      preHandler: guards.generation,
    },
    (request, reply) =>
      answerOnce(ports, request, reply, async () => {
        const { asset_id: assetId } = request.params;
        await regenerateAsset(ports, { ...sessionRef(request), assetId, ...request.body });
        return viewSession(ports, sessionRef(request));
      }),
  );

  app.post(
    '/api/sessions/:session_id/assets/:asset_id/restore',
    {
      schema: {
        tags,
        operationId: 'restoreVersion',
        summary: 'Use an earlier version of an image or clip again. It is free, and the newer ones are kept.',
        params: SessionParams.extend({ asset_id: Id }),
        body: RestoreVersion,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { asset_id: assetId } = request.params;
      await restoreVersion(ports, { ...sessionRef(request), ...request.body, assetId });
      return viewSession(ports, sessionRef(request));
    },
  );
}
