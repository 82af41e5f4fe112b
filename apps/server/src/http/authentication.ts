import { TOKEN_SCOPES, type TokenScope } from '@spotsmith/contract/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Forbidden, Unauthenticated } from '#src/domain/faults.ts';
import { reaches } from '#src/domain/user.ts';
import type { Ports } from '#src/ports/ports.ts';
import { authenticate, type Caller } from '#src/use-cases/account/authenticate.ts';
import type { App } from './app.ts';
import type { ServerOptions } from './server-options.ts';

const LOGIN_COOKIE = 'spotsmith_login';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an API token must reach for this route; `read` for reading and `make` for all else when nothing is said. */
    scope?: TokenScope;
  }
}

const CALLER = 'caller';
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Who asks. Only behind `requireLogin`. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = request.getDecorator<Caller | null>(CALLER);
  if (!caller) throw new Error('A route asks who is calling but stands outside of the login.');
  return caller;
}

export type Authentication = {
  /** The login token of a request. Throws Unauthenticated when there is none, Forbidden `foreign_origin`. */
  tokenOf: (request: FastifyRequest) => string;
  /** Hook: only for people and programs that are signed in. Throws Unauthenticated or Forbidden, `token_scope` too. */
  requireLogin: (request: FastifyRequest) => Promise<void>;
  /** Hook, after `requireLogin`: only for owners. */
  requireOwner: (request: FastifyRequest) => Promise<void>;
  /** The origin of a browser's request is one of ours. Throws Forbidden `foreign_origin`. */
  requireOwnOrigin: (request: FastifyRequest) => void;
  setCookie: (reply: FastifyReply, token: string, expiresAt: Date) => void;
  clearCookie: (reply: FastifyReply) => void;
};

/**
 * A login comes as Bearer (programs, API tokens) or as httpOnly cookie (browsers). A browser sends its cookie along
 * with whatever another site makes it ask, so a request by cookie that writes, or opens a
 * socket, must also name one of our origins.
 */
export function createAuthentication(
  app: App,
  ports: Pick<Ports, 'store' | 'tokens'>,
  options: Pick<ServerOptions, 'publicUrl' | 'frontendUrl'>,
): Authentication {
  app.decorateRequest(CALLER, null);
  const origins = ownOrigins(options);
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.publicUrl.startsWith('https:'),
  } as const;

  const authentication: Authentication = {
    tokenOf(request) {
      const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const token = bearer ?? request.cookies[LOGIN_COOKIE];
      if (!token) throw new Unauthenticated('not_signed_in', 'Sign in first.');
      const isOpenToOthers = isReading(request) && !request.ws;
      if (bearer === undefined && !isOpenToOthers) authentication.requireOwnOrigin(request);
      return token;
    },
    async requireLogin(request) {
      const token = authentication.tokenOf(request);
      const caller = await authenticate(ports, { token });
      requireScope(caller, request.routeOptions.config.scope ?? (isReading(request) ? 'read' : 'make'));
      request.setDecorator<Caller>(CALLER, caller);
    },
    async requireOwner(request) {
      const caller = callerOf(request);
      requireScope(caller, 'manage');
      if (caller.user.role !== 'owner') {
        throw new Forbidden('owners_only', 'Only an owner of this installation may do that.');
      }
    },
    requireOwnOrigin({ headers: { origin } }) {
      if (origin !== undefined && origins.has(origin)) return;
      throw new Forbidden(
        'foreign_origin',
        `This page (${origin ?? 'of no origin'}) may not use your login. Set PUBLIC_URL or FRONTEND_URL to its address, or send the token as Bearer.`,
      );
    },
    setCookie(reply, token, expiresAt) {
      void reply.setCookie(LOGIN_COOKIE, token, { ...cookie, expires: expiresAt });
    },
    clearCookie(reply) {
      void reply.clearCookie(LOGIN_COOKIE, cookie);
    },
  };
  return authentication;
}

function isReading({ method }: FastifyRequest): boolean {
  return READING.includes(method);
}

function requireScope({ scope }: Caller, needed: TokenScope): void {
  if (reaches(scope, needed)) return;
  const enough = TOKEN_SCOPES.slice(TOKEN_SCOPES.indexOf(needed)).join(' or ');
  throw new Forbidden(
    'token_scope',
    `This API token may only ${scope}. Make one in Settings that may ${enough}.`,
  );
}

/** A server on this very machine has two names. */
function ownOrigins({
  publicUrl,
  frontendUrl,
}: Pick<ServerOptions, 'publicUrl' | 'frontendUrl'>): Set<string> {
  const { origin } = new URL(publicUrl);
  return new Set([
    origin,
    origin.replace('//localhost', '//127.0.0.1'),
    ...(frontendUrl ? [new URL(frontendUrl).origin] : []),
  ]);
}
