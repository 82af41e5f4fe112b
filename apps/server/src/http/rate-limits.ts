import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { App } from './app.ts';
import { callerOf } from './authentication.ts';
import { RATE_LIMITS, type RateLimits } from './server-options.ts';

/** Somebody asks more often than is good for the others. */
export class TooManyRequests extends Error {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.name = 'TooManyRequests';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Guard = (request: FastifyRequest) => Promise<void>;

/** Checks that throw TooManyRequests. They count in this process; addresses come from proxies that are trusted, only. */
export type RateGuards = {
  /** Every request, by address. */
  request: Guard;
  /** Logins by address and, so that many addresses together cannot try one password after another, by account. */
  login: Guard;
  /** Accounts made by invitation, by address. */
  invitation: Guard;
  /** What costs money or a processor, by person. */
  generation: Guard;
};

export async function createRateGuards(app: App, limits: Partial<RateLimits> = {}): Promise<RateGuards> {
  const { requestsPerMinute, loginsPerMinute, generationsPerMinute } = { ...RATE_LIMITS, ...limits };
  await app.register(rateLimit, { global: false });

  const guard = (max: number, keyOf: (request: FastifyRequest) => string, message: string): Guard => {
    const check = app.createRateLimit({ max, timeWindow: '1 minute', keyGenerator: keyOf });
    return async (request) => {
      const outcome = await check(request);
      if (outcome.isAllowed || !outcome.isExceeded) return;
      throw new TooManyRequests(message, outcome.ttlInSeconds);
    };
  };

  const tooManyLogins = 'Too many tries to sign in. Wait a minute, then try again.';
  const byAddress = guard(loginsPerMinute, (request) => `address ${request.ip}`, tooManyLogins);
  const byAccount = guard(loginsPerMinute, (request) => `account ${emailKey(request.body)}`, tooManyLogins);
  return {
    request: guard(
      requestsPerMinute,
      (request) => request.ip,
      'Too many requests. Wait a minute, then go on.',
    ),
    invitation: byAddress,
    async login(request) {
      await byAddress(request);
      await byAccount(request);
    },
    generation: guard(
      generationsPerMinute,
      (request) => callerOf(request).user.id,
      'That is a lot of work at once. Wait a minute, then go on.',
    ),
  };
}

/** Hashed, so that an address typed by somebody is not kept in memory. */
function emailKey(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}
