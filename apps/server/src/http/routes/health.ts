import { Health, Readiness } from '@spotsmith/contract/health';
import type { Ports } from '#src/ports/ports.ts';
import type { App } from '../app.ts';
import type { ServerOptions } from '../server-options.ts';

const tags = ['health'];
const CHECK_MS = 3000;
const LEAST_BYTES_LEFT = 500 * 1024 * 1024;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Liveness and readiness, for whoever runs the process. They say nothing about anybody. */
export function healthRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'queue' | 'files' | 'log'>,
  { installation: { version } }: Pick<ServerOptions, 'installation'>,
): void {
  app.get(
    '/health',
    {
      schema: {
        tags,
        operationId: 'getHealth',
        summary: 'Whether the process runs.',
        security: [],
        response: { 200: Health },
      },
    },
    () => ({ status: 'ok' as const, version }),
  );

  app.get(
    '/health/ready',
    {
      schema: {
        tags,
        operationId: 'getReadiness',
        summary: 'Whether database, queue, storage and disk can serve; 503 when one cannot.',
        security: [],
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const readiness = await readinessOf(ports);
      return reply.code(readiness.is_ready ? 200 : 503).send(readiness);
    },
  );
}

async function readinessOf({
  store,
  queue,
  files,
  log,
}: Pick<Ports, 'store' | 'queue' | 'files' | 'log'>): Promise<Readiness> {
  const check = async (name: string, work: () => Promise<string | null>) => {
    let trouble: string | null;
    try {
      trouble = await within(CHECK_MS, work());
    } catch (error) {
      log.warn({ err: error, check: name }, 'not ready');
      trouble = 'does not answer';
    }
    return { name, is_ok: trouble === null, detail: trouble ?? 'ok' };
  };
  const checks = await Promise.all([
    check('database', async () => {
      await store.read.accounts.findUser(NOBODY);
      return null;
    }),
    check('queue', async () => ((await queue.isHealthy()) ? null : 'does not answer')),
    check('storage', async () => {
      await files.size('sessions/none');
      return null;
    }),
    check('disk space', async () => {
      const bytesLeft = await files.bytesLeft();
      return bytesLeft === null || bytesLeft >= LEAST_BYTES_LEFT ? null : 'less than 500 MB left';
    }),
  ]);
  return { is_ready: checks.every((each) => each.is_ok), checks };
}

async function within<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
