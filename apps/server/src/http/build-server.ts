import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import underPressure from '@fastify/under-pressure';
import websocket from '@fastify/websocket';
import { fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { randomUUID } from 'node:crypto';
import { Unavailable } from '#src/domain/faults.ts';
import type { Ports } from '#src/ports/ports.ts';
import { answerBeforeClosing } from './answer-before-closing.ts';
import type { App } from './app.ts';
import { createAuthentication } from './authentication.ts';
import { answerError, answerNotFound, answerUnreadable } from './errors-to-http.ts';
import { describeApi } from './openapi.ts';
import { endSlowBodies, LONGEST_REQUEST_MS } from './slow-bodies.ts';
import { COUNT_REQUEST, createRateGuards, type RateGuards } from './rate-limits.ts';
import { auditRoutes } from './routes/audit.ts';
import { authRoutes, loginRoute } from './routes/auth.ts';
import { brandKitRoutes } from './routes/brand-kit.ts';
import { flowRoutes } from './routes/flow.ts';
import { fontRoutes } from './routes/fonts.ts';
import { generationRoutes } from './routes/generation.ts';
import { healthRoutes } from './routes/health.ts';
import { installationRoutes } from './routes/installation.ts';
import { invitationRoutes, invitedRoutes } from './routes/invitations.ts';
import { jobRoutes } from './routes/jobs.ts';
import { mediaRoutes } from './routes/media.ts';
import { metricsRoute } from './routes/metrics.ts';
import { preferenceRoutes } from './routes/preferences.ts';
import { progressSocket } from './routes/progress-socket.ts';
import { reportRoutes } from './routes/reports.ts';
import { reviewRoutes } from './routes/review.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { setupRoute } from './routes/setup.ts';
import { sharedRoutes, shareRoutes } from './routes/shares.ts';
import { commentRoutes, visitorRoutes } from './routes/comments.ts';
import { storyboardRoutes } from './routes/storyboard.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { userRoutes } from './routes/users.ts';
import { workflowRoutes } from './routes/workflows.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { RATE_LIMITS, type ServerOptions } from './server-options.ts';
import type { Metrics } from '#src/telemetry/metrics.ts';
import { installIssueMessages } from '@spotsmith/contract/issue-messages';

const JSON_LIMIT_BYTES = 64 * 1024;

/**
 * The request door: the API, the progress socket and the media links, not listening yet. Everything is registered in
 * one scope, so that the web app can be mounted beside it without its headers and limits.
 */
export async function buildServer(ports: Ports, options: ServerOptions): Promise<App> {
  installIssueMessages();
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trusted(options.trustProxy),
    bodyLimit: JSON_LIMIT_BYTES,
    forceCloseConnections: true,
    requestTimeout: LONGEST_REQUEST_MS,
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);
  await addWebSockets(app);
  answerBeforeClosing(app);
  endSlowBodies(app);
  keepAnswersPrivate(app, options);
  const guards = await createRateGuards(app, ports, options.rateLimits);
  app.decorate(COUNT_REQUEST, guards.request);
  await describeApi(app, options.installation.version);
  healthRoutes(app, ports, options);
  metricsRoute(app, ports, options);
  await app.register(async (scope: App) => addApi(scope, ports, options, guards));
  return app;
}

/** A number trusts so many hops before this server, and no further. */
function trusted(proxies: ServerOptions['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}

/** What every answer of ours says, pages excepted: they say it themselves. An answer is kept by nobody unless it says so. */
function keepAnswersPrivate(app: App, { publicUrl }: Pick<ServerOptions, 'publicUrl'>): void {
  const isSecure = publicUrl.startsWith('https:');
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    if (isSecure && !reply.hasHeader('strict-transport-security')) {
      reply.header('strict-transport-security', 'max-age=63072000');
    }
  });
}

async function addApi(app: App, ports: Ports, options: ServerOptions, guards: RateGuards): Promise<void> {
  noteEveryAnswer(app, options.metrics);
  await addProtection(app, options);
  await app.register(cookie);
  await app.register(multipart);
  const authentication = createAuthentication(app, ports, options);
  app.addHook('onRequest', guards.request);

  loginRoute(app, ports, authentication, guards);
  invitedRoutes(app, ports, authentication, guards);
  setupRoute(app, ports, authentication, guards, options);
  installationRoutes(app, ports, options);
  fontRoutes(app);
  sharedRoutes(app, ports, options);
  visitorRoutes(app, ports, guards);
  mediaRoutes(app, ports, options);
  progressSocket(app, ports, authentication, options);
  await app.register(async (scope: App) => webhookRoutes(scope, options));
  for (const area of ['/api/*', '/ws/*', '/media/*']) {
    app.all(area, { schema: { hide: true } }, answerNotFound);
  }
  await app.register(async (signedIn: App) => {
    signedIn.addHook('onRequest', authentication.requireLogin);
    authRoutes(signedIn, ports, authentication, guards);
    secondFactorRoutes(signedIn, ports, guards);
    tokenRoutes(signedIn, ports);
    preferenceRoutes(signedIn, ports);
    brandKitRoutes(signedIn, ports, guards);
    userRoutes(signedIn, ports, authentication);
    auditRoutes(signedIn, ports, authentication);
    workflowRoutes(signedIn, ports, authentication, options);
    invitationRoutes(signedIn, ports, authentication, options);
    sessionRoutes(signedIn, ports);
    uploadRoutes(signedIn, ports, guards);
    generationRoutes(signedIn, ports, guards);
    reviewRoutes(signedIn, ports, guards);
    storyboardRoutes(signedIn, ports);
    flowRoutes(signedIn, ports, guards);
    reportRoutes(signedIn, ports, authentication);
    jobRoutes(signedIn, ports, authentication);
    shareRoutes(signedIn, ports, options);
    commentRoutes(signedIn, ports);
  });
}

/** One line for each answer, with the route's pattern and never the address itself, which may carry a signature. */
function noteEveryAnswer(app: App, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime: ms } = reply;
    const route = routeOptions.url ?? 'none';
    metrics.countAnswer({ method, route, status, seconds: ms / 1000 });
    request.log.info({ method, route, status, ms: Math.round(ms), ...idsOf(request.params) }, 'answered');
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}

/** Which ad a request was about, as its address says. */
function idsOf(params: unknown): { sessionId?: string } {
  const { session_id: sessionId } = (params ?? {}) as { session_id?: string };
  return sessionId === undefined ? {} : { sessionId };
}

async function addProtection(app: App, { publicUrl, frontendUrl, rateLimits }: ServerOptions): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: rateLimits?.eventLoopDelayMs ?? RATE_LIMITS.eventLoopDelayMs,
    async pressureHandler() {
      throw new Unavailable('overloaded', 'The server has more to do than it can. Try again in a moment.');
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'same-site' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  });
  if (frontendUrl) {
    await app.register(cors, {
      origin: new URL(frontendUrl).origin,
      credentials: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'range'],
      exposedHeaders: [
        'retry-after',
        'ratelimit-limit',
        'ratelimit-remaining',
        'ratelimit-reset',
        'x-request-id',
        'idempotent-replayed',
      ],
      maxAge: 600,
    });
  }
}

const RESTARTING = 1012;

/**
 * Clients say nothing but `pong`. When the server stops, they are told to come back. Must be the first plugin, and
 * stand outside of all scopes: an upgrade that is refused before its hook has run would leave the connection half open
 * for ever, and the server could not stop.
 */
async function addWebSockets(app: App): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: 1024, perMessageDeflate: false },
    preClose(done) {
      // From now on Fastify refuses before any hook has run: whoever comes back too early is hung up on.
      app.server.on('upgrade', (_request, socket) => socket.destroy());
      for (const client of app.websocketServer.clients) {
        client.close(RESTARTING, 'Restarting. Connect again.');
        setTimeout(() => client.terminate(), 1000).unref();
      }
      app.websocketServer.close(() => done());
    },
  });
}
