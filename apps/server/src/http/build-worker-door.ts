import { fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Ports } from '#src/ports/ports.ts';
import type { App } from './app.ts';
import { answerError, answerNotFound } from './errors-to-http.ts';
import { healthRoutes } from './routes/health.ts';
import { type MetricsDoor, metricsRoute } from './routes/metrics.ts';
import type { ServerOptions } from './server-options.ts';

/** All that a worker tells over HTTP: whether it is well, and its figures. Nobody signs in here. */
export function buildWorkerDoor(
  ports: Ports,
  options: Pick<ServerOptions, 'logger' | 'installation'> & MetricsDoor,
): App {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  healthRoutes(app, ports, options);
  metricsRoute(app, null, options);
  return app;
}
