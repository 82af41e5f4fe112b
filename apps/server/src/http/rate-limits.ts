import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Ports } from '#src/ports/ports.ts';
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

/**
 * Checks that throw TooManyRequests. Addresses come from proxies that are trusted, only. `request` keeps this process
 * well and counts in its memory; the others count in the database, where more processes do not mean more tries.
 */
export type RateGuards = {
  /** Every request, by address. */
  request: Guard;
  /** Logins by address and, so that many addresses together cannot try one password after another, by account. */
  login: Guard;
  /** The same for a password that is asked of somebody who is signed in. */
  ownPassword: Guard;
  /** Accounts made by invitation, by address. */
  invitation: Guard;
  /** What costs money or a processor, by person. */
  generation: Guard;
};

export async function createRateGuards(
  app: App,
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  limits: Partial<RateLimits> = {},
): Promise<RateGuards> {
  const { requestsPerMinute, loginsPerMinute, generationsPerMinute } = { ...RATE_LIMITS, ...limits };
  await app.register(rateLimit, { global: false });
  const checkAddress = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => ip,
  });

  const countUp = async (who: string, maxPerMinute: number, message: string): Promise<void> => {
    // Hashed, so that an address typed by somebody is not kept.
    const key = tokens.digest(who);
    const { count, secondsLeft } = await store.write((tx) => tx.requestCounts.countUp(key));
    if (count > maxPerMinute) throw new TooManyRequests(message, secondsLeft);
  };
  const countTry = (who: string) =>
    countUp(who, loginsPerMinute, 'Too many tries at a password. Wait a minute, then try again.');
  const byAddress: Guard = ({ ip }) => countTry(`address ${ip}`);
  const byAccount = (email: string) => countTry(`account ${email.toLowerCase()}`);

  return {
    async request(request) {
      const outcome = await checkAddress(request);
      if (outcome.isAllowed || !outcome.isExceeded) return;
      throw new TooManyRequests('Too many requests. Wait a minute, then go on.', outcome.ttlInSeconds);
    },
    async login(request) {
      await byAddress(request);
      await byAccount(emailIn(request.body));
    },
    async ownPassword(request) {
      await byAddress(request);
      await byAccount(callerOf(request).user.email);
    },
    invitation: byAddress,
    generation: (request) =>
      countUp(
        `generation ${callerOf(request).user.id}`,
        generationsPerMinute,
        'That is a lot of work at once. Wait a minute, then go on.',
      ),
  };
}

function emailIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
}
