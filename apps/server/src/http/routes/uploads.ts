import { Asset } from '@spotsmith/contract/assets';
import { Id } from '@spotsmith/contract/common';
import { Session } from '@spotsmith/contract/sessions';
import type { FastifyRequest } from 'fastify';
import type { Ports } from '#src/ports/ports.ts';
import { removeUpload } from '#src/use-cases/1-brief/remove-upload.ts';
import { uploadPhoto } from '#src/use-cases/1-brief/upload-photo.ts';
import { uploadMusic } from '#src/use-cases/5-compose/upload-music.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import type { RateGuards } from '../rate-limits.ts';
import { MUSIC_LIMIT, PHOTO_LIMIT, receiveUpload } from '../receive-upload.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['uploads'];

type UploadRequest = FastifyRequest<{ Params: { session_id: string } }>;

/** Photos, logos and music: one file as multipart/form-data, in a field named `file`. */
export function uploadRoutes(app: App, ports: Ports, guards: Pick<RateGuards, 'upload'>): void {
  const uploads = [
    {
      path: 'photos',
      operationId: 'uploadPhoto',
      summary:
        'Add a product photo: JPEG, PNG, WebP, AVIF or HEIC, up to 25 MB and 40 megapixels; up to six.',
      limit: PHOTO_LIMIT,
      keep: (request: UploadRequest, path: string) =>
        uploadPhoto(ports, { ...sessionRef(request), path, kind: 'photo' }),
    },
    {
      path: 'logo',
      operationId: 'uploadLogo',
      summary: 'Add a logo: like a photo, best as PNG with a transparent ground.',
      limit: PHOTO_LIMIT,
      keep: (request: UploadRequest, path: string) =>
        uploadPhoto(ports, { ...sessionRef(request), path, kind: 'logo' }),
    },
    {
      path: 'music',
      operationId: 'uploadMusic',
      summary: 'Add music of your own: MP3, M4A, WAV or OGG, up to 20 MB.',
      limit: MUSIC_LIMIT,
      keep: (request: UploadRequest, path: string) => uploadMusic(ports, { ...sessionRef(request), path }),
    },
  ];

  for (const { path, operationId, summary, limit, keep } of uploads) {
    app.post(
      `/api/sessions/:session_id/${path}`,
      {
        schema: {
          tags,
          operationId,
          summary,
          consumes: ['multipart/form-data'],
          params: SessionParams,
          response: { 201: Asset },
        },
        preHandler: guards.upload,
      },
      async (request, reply) => {
        // Asked first: a file for an ad that is not there is not even received.
        await viewSession(ports, sessionRef(request));
        const assetId = await ports.withTempDir(async (dir) =>
          keep(request, await receiveUpload(request, dir, limit)),
        );
        const { photos, logos, music } = await viewSession(ports, sessionRef(request));
        const asset = [...photos, ...logos, ...music].find(({ id }) => id === assetId);
        if (!asset) throw new Error('An upload was kept but the ad does not show it.');
        return reply.code(201).send(asset);
      },
    );
  }

  app.delete(
    '/api/sessions/:session_id/uploads/:asset_id',
    {
      schema: {
        tags,
        operationId: 'removeUpload',
        summary: 'Remove a photo, a logo or music.',
        params: SessionParams.extend({ asset_id: Id }),
        response: { 200: Session },
      },
    },
    async (request) => {
      await removeUpload(ports, { ...sessionRef(request), assetId: request.params.asset_id });
      return viewSession(ports, sessionRef(request));
    },
  );
}
