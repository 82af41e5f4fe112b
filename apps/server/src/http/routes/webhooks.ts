import type { App } from '../app.ts';
import { Unauthenticated } from '#src/domain/faults.ts';
import type { ServerOptions } from '../server-options.ts';

/** Where providers of hosted models report progress, each below its name, when this installation is reached from outside. */
export const WEBHOOK_PATH = '/api/webhooks';
/** It repeats the whole call, logs included. */
const LARGEST_BYTES = 1024 * 1024;

/**
 * The providers' reports. They are checked by their signature over the bytes as they came, so the body is not parsed
 * here, and they only wake whoever waits. Without hosted models there is no such route.
 */
export function webhookRoutes(app: App, { receiveWebhook }: Pick<ServerOptions, 'receiveWebhook'>): void {
  if (receiveWebhook === null) return;
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.post<{ Body: string; Params: { provider: string } }>(
    `${WEBHOOK_PATH}/:provider`,
    { bodyLimit: LARGEST_BYTES, schema: { hide: true } },
    async (request, reply) => {
      if (await receiveWebhook(request.params.provider, request.headers, request.body))
        return reply.code(204).send();
      throw new Unauthenticated('webhook_not_genuine', 'The signature of this report is not right.');
    },
  );
}
