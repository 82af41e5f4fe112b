import { BrandKit, BrandLook } from '@spotsmith/contract/brand';
import type { Ports } from '#src/ports/ports.ts';
import {
  removeBrandLogo,
  saveBrandLook,
  uploadBrandLogo,
  viewBrandKit,
} from '#src/use-cases/account/brand-kit.ts';
import type { App } from '../app.ts';
import { callerOf } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';
import { PHOTO_LIMIT, receiveUpload } from '../receive-upload.ts';

const tags = ['brand'];

/** The brand that every new ad of a person starts from. */
export function brandKitRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'files' | 'uploads' | 'withTempDir' | 'limits'>,
  guards: Pick<RateGuards, 'upload'>,
): void {
  app.get(
    '/api/brand-kit',
    {
      schema: {
        tags,
        operationId: 'getBrandKit',
        summary: 'Your brand kit: what every new ad starts from.',
        response: { 200: BrandKit },
      },
    },
    (request) => viewBrandKit(ports, { userId: callerOf(request).user.id }),
  );

  app.put(
    '/api/brand-kit',
    {
      schema: {
        tags,
        operationId: 'saveBrandKit',
        summary: 'Change colours, font and the rest of your brand kit. Ads made already stay as they are.',
        body: BrandLook,
        response: { 200: BrandKit },
      },
    },
    async (request) => {
      const userId = callerOf(request).user.id;
      await saveBrandLook(ports, { userId, look: request.body });
      return viewBrandKit(ports, { userId });
    },
  );

  app.post(
    '/api/brand-kit/logo',
    {
      schema: {
        tags,
        operationId: 'uploadBrandLogo',
        summary:
          'Put a logo into your brand kit, best as PNG with a transparent ground, in place of the old one.',
        consumes: ['multipart/form-data'],
        response: { 200: BrandKit },
      },
      preHandler: guards.upload,
    },
    async (request) => {
      const userId = callerOf(request).user.id;
      await ports.withTempDir(async (dir) =>
        uploadBrandLogo(ports, { userId, path: await receiveUpload(request, dir, PHOTO_LIMIT) }),
      );
      return viewBrandKit(ports, { userId });
    },
  );

  app.delete(
    '/api/brand-kit/logo',
    {
      schema: {
        tags,
        operationId: 'removeBrandLogo',
        summary: 'Take the logo out of your brand kit. Ads that have it keep it.',
        response: { 200: BrandKit },
      },
    },
    async (request) => {
      const userId = callerOf(request).user.id;
      await removeBrandLogo(ports, { userId });
      return viewBrandKit(ports, { userId });
    },
  );
}
