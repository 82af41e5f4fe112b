import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '#src/domain/faults.ts';
import { microsToUsd } from '#src/domain/money.ts';
import type { Ports } from '#src/ports/ports.ts';
import type { Metrics } from '#src/telemetry/metrics.ts';
import type { App } from '../app.ts';

export type MetricsDoor = {
  metrics: Metrics;
  /** Null: only this very machine may read. */
  metricsToken: string | null;
};

/**
 * `GET /metrics` for Prometheus: by its token from anywhere, without one from this very machine and not by way of a
 * proxy. `ports` is null at a process that tells its own figures alone, so that those of all are not told twice.
 */
export function metricsRoute(
  app: App,
  ports: Pick<Ports, 'store' | 'queue'> | null,
  { metrics, metricsToken }: MetricsDoor,
): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!(metricsToken === null ? isLocal(request) : hasToken(request, metricsToken))) {
      throw new Forbidden(
        'metrics_closed',
        'Metrics are for this machine alone, or for METRICS_TOKEN as Bearer token.',
      );
    }
    const { contentType, text } = await metrics.expose(ports && (await readingsOf(ports)));
    return reply.type(contentType).send(text);
  });
}

async function readingsOf({ store, queue }: Pick<Ports, 'store' | 'queue'>) {
  const [jobs, models] = await Promise.all([queue.depths(), store.read.spending.byModel()]);
  return {
    jobs,
    models: models.map(({ actualMicros, ...model }) => ({ ...model, spentUsd: microsToUsd(actualMicros) })),
  };
}

function isLocal({ socket, headers }: FastifyRequest): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
  return isLoopback && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
}

function hasToken({ headers: { authorization = '' } }: FastifyRequest, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}
