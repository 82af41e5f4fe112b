import { z } from 'zod';
import { Forbidden } from '#src/domain/faults.ts';
import type { Ports } from '#src/ports/ports.ts';
import { findMedia } from '#src/use-cases/6-deliver/find-media.ts';
import type { App } from '../app.ts';
import { sendFile } from '../send-file.ts';
import type { ServerOptions } from '../server-options.ts';

/** Files behind signed links: `GET|HEAD /media/v1/{file id}?exp&kid&d&sig`, with ranges for players. */
export function mediaRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'files'>,
  options: Pick<ServerOptions, 'verifyMediaLink'>,
): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/v1/:fileId',
    schema: { hide: true, params: z.object({ fileId: z.string().max(200) }) },
    async handler(request, reply) {
      const grant = options.verifyMediaLink(request.params.fileId, request.query as Record<string, unknown>);
      if (!grant)
        throw new Forbidden('bad_link', 'This link is not valid, or not any more. Load the ad again.');
      const file = await findMedia(ports, { fileId: request.params.fileId });
      return sendFile(ports, file, grant, request, reply);
    },
  });
}
