import { createServer, type IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import nextModule from 'next';

// Next's CommonJS typings hide the callable default from a native ES module.
const next = nextModule as unknown as typeof nextModule.default;

/** How apps/web finds the API while it renders in this process: see its `data/in-process-api.ts`. */
const IN_PROCESS_API = Symbol.for('spotsmith.in-process-api');

export type WebMount = {
  /** The web app's folder, with its build in `.next`. */
  webDir: string;
  /** Compiles on the fly and reloads the browser, for `npm run dev`. */
  isDevelopment: boolean;
  /** Origins beside our own that media comes from, e.g. the bucket's; they enter the content security policy. */
  mediaOrigins: readonly string[];
};

/**
 * Serves the web studio from the same port as the API. Register it after every other route. It needs
 * `forceCloseConnections: true` on the server, or open pages would delay the shutdown.
 */
export async function mountWeb(app: FastifyInstance, mount: WebMount): Promise<void> {
  // Next would take every WebSocket upgrade of the server it is reached through, and close ours. Given a server
  // that never listens, it leaves them alone; in development it gets its own upgrades below.
  const idleServer = createServer();
  const web = next({ dev: mount.isDevelopment, dir: mount.webDir, httpServer: idleServer });
  await web.prepare();
  const handle = web.getRequestHandler();

  Object.assign(globalThis, {
    [IN_PROCESS_API]: {
      call: async ({ path, cookie }: { path: string; cookie: string }) => {
        const answer = await app.inject({ url: path, headers: { cookie } });
        return { status: answer.statusCode, body: answer.body };
      },
      mediaOrigins: mount.mediaOrigins,
    },
  });

  // Next reads the request itself, so nothing of Fastify may consume it first: no parsers in this scope.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', async (request, reply) => {
      reply.hijack();
      await handle(request.raw, reply.raw);
    });
  });

  if (mount.isDevelopment) {
    const upgrade = web.getUpgradeHandler();
    app.server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
      if (request.url?.startsWith('/_next/') === true) void upgrade(request, socket, head);
    });
  }

  app.addHook('onClose', async () => {
    await web.close();
    idleServer.close();
  });
}
