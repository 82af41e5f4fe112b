import { inProcessApi } from '#src/data/in-process-api.ts';
import { deployment } from '#src/deployment.ts';

/**
 * The policy of one page: own scripts by nonce only, media from this origin and the file store. Framing is refused
 * everywhere but on `/embed/…`.
 */
export function contentSecurityPolicy(nonce: string, path: string): string {
  const elsewhere = deployment.mediaOrigin === undefined ? [] : [new URL(deployment.mediaOrigin).origin];
  const media = [...(inProcessApi()?.mediaOrigins ?? []), ...elsewhere];
  const sockets = deployment.socketUrl === undefined ? [] : [new URL(deployment.socketUrl).origin];
  const development = deployment.isDevelopment;
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:', ...media],
    'media-src': ["'self'", 'blob:', ...media],
    'font-src': ["'self'"],
    // The preview reads the pictures that it draws.
    'connect-src': ["'self'", ...sockets, ...media],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': [path.startsWith('/embed/') ? '*' : "'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
