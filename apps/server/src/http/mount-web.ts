import { existsSync } from 'node:fs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import nextModule from 'next';
import { COUNT_REQUEST, INNER_CALL, type RateGuards } from './rate-limits.ts';

// Next's CommonJS typings hide the callable default from a native ES module.
const next = nextModule as unknown as typeof nextModule.default;

const WEB_DIR = fileURLToPath(new URL('../../../web/', import.meta.url));

/** How apps/web finds the API while it renders in this process: see its `data/in-process-api.ts`. */
const IN_PROCESS_API = Symbol.for('spotsmith.in-process-api');

export type WebMount = {
  /** `built` serves what `next build` made; `live` compiles on the fly and reloads the browser. */
  mode: 'built' | 'live';
  /** Origins beside our own that media comes from, e.g. the bucket's; they enter the content security policy. */
  mediaOrigins: readonly string[];
  /** Whether people come over TLS. */
  isSecure: boolean;
};

const TWO_YEARS = 'max-age=63072000';
/** What pages are made of; they are counted, these are not. */
const ASSETS = '/_next/';

/**
 * Serves the web studio from the same port as the API. Call it after every other route is registered and before the
 * server listens. Without a build it says so in the log and leaves the API alone. The server needs
 * `forceCloseConnections: true`, or open pages would delay the shutdown.
 */
export async function mountWeb(
  app: FastifyInstance,
  { mode, mediaOrigins, isSecure }: WebMount,
): Promise<void> {
  const isLive = mode === 'live';
  if (!isLive && !existsSync(`${WEB_DIR}.next/BUILD_ID`)) {
    app.log.warn('the web studio is not built, so only the API is served; npm start builds it');
    return;
  }
  // Next would take every WebSocket upgrade of the server it is reached through, and close ours. Given a server
  // that never listens, it leaves them alone; its own, which reload the browser in live mode, are handed to it below.
  const idleServer = createServer();
  const web = next({ dev: isLive, dir: WEB_DIR, httpServer: idleServer });
  await web.prepare();
  const handle = web.getRequestHandler();
  const visitors = offerApi(app, mediaOrigins);
  const countRequest = app.getDecorator<RateGuards['request']>(COUNT_REQUEST);

  // Next reads the request itself, so nothing of Fastify may consume it first: no parsers in this scope.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    // Before the route: the WebSocket plugin would close there what no route of ours takes.
    scope.addHook('onRequest', async (request, reply) => {
      if (!request.ws) return;
      reply.hijack();
      idleServer.emit('upgrade', request.raw, request.raw.socket, Buffer.alloc(0));
    });
    scope.all('/*', async (request, reply) => {
      if (!request.url.startsWith(ASSETS)) await countRequest(request);
      reply.hijack();
      if (isSecure) reply.raw.setHeader('strict-transport-security', TWO_YEARS);
      await visitors.run(request.ip, () => handle(request.raw, reply.raw));
    });
  });

  app.addHook('onClose', async () => {
    await web.close();
    idleServer.close();
  });
}

/**
 * Rendering reads from the API by a call, not over the network: no port to know, no address to get wrong. The call is
 * its visitor's, by address, and was counted with the page.
 */
function offerApi(app: FastifyInstance, mediaOrigins: readonly string[]): AsyncLocalStorage<string> {
  const visitors = new AsyncLocalStorage<string>();
  const call = async ({ path, cookie }: { path: string; cookie: string }) => {
    const remoteAddress = visitors.getStore();
    const headers = { cookie, [INNER_CALL.header]: INNER_CALL.secret };
    const { statusCode, body } = await app.inject({
      url: path,
      headers,
      ...(remoteAddress && { remoteAddress }),
    });
    return { status: statusCode, body };
  };
  Object.assign(globalThis, { [IN_PROCESS_API]: { call, mediaOrigins } });
  return visitors;
}
