import rateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ports } from '#src/ports/ports.ts';
import type { App } from './app.ts';
import { addressKey } from './address-key.ts';
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

/** By which a page that is rendered in this process calls the API: its visit was counted already. */
export const INNER_CALL = { header: 'x-inner-call', secret: randomUUID() };
/** Under this name the guard of all requests stands on the server, for pages. */
export const COUNT_REQUEST = 'countRequest';

type Guard = (request: FastifyRequest, reply?: FastifyReply) => Promise<void>;

/**
 * Checks that throw TooManyRequests. Addresses come from proxies that are trusted, only. `request` keeps this process
 * well and counts in its memory; the others count in the database, where more processes do not mean more tries.
 */
export type RateGuards = {
  /** Every request, by address. */
  request: Guard;
  /**
   * Logins by address and account. Many addresses together that try one account are slowed down more with each try;
   * they cannot keep its owner out, who has an address of their own.
   */
  login: Guard;
  /** The same for a password that is asked of somebody who is signed in. */
  ownPassword: Guard;
  /** Accounts made by invitation, by address. */
  invitation: Guard;
  /** What costs money or a processor, by person. */
  generation: Guard;
  /** What visitors of a link say, by address and by link: behind a link stand as many addresses as it was sent to. */
  visitor: Guard;
  /** Files that have to be opened, by person. */
  upload: Guard;
};

export async function createRateGuards(
  app: App,
  { store, tokens }: Pick<Ports, 'store' | 'tokens'>,
  limits: Partial<RateLimits> = {},
): Promise<RateGuards> {
  const { requestsPerMinute, loginsPerMinute, generationsPerMinute, uploadsPerMinute, commentsPerMinute } = {
    ...RATE_LIMITS,
    ...limits,
  };
  await app.register(rateLimit, { global: false });
  const checkAddress = app.createRateLimit({
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => addressKey(ip),
  });

  // Hashed, so that an address typed by somebody is not kept.
  const count = (who: string) => store.write((tx) => tx.requestCounts.countUp(tokens.digest(who)));
  const countUp = async (who: string, maxPerMinute: number, message: string, reply?: FastifyReply) => {
    const counted = await count(who);
    tellLimit(reply, {
      most: maxPerMinute,
      left: maxPerMinute - counted.count,
      seconds: counted.secondsLeft,
    });
    if (counted.count > maxPerMinute) throw new TooManyRequests(message, counted.secondsLeft);
  };
  const countTry = (who: string, reply?: FastifyReply) =>
    countUp(who, loginsPerMinute, 'Too many tries at a password. Wait a minute, then try again.', reply);
  const byAddress: Guard = ({ ip }, reply) => countTry(`address ${addressKey(ip)}`, reply);
  const byAccount = async (email: string, { ip, log }: FastifyRequest) => {
    const account = `account ${email.toLowerCase()}`;
    await countTry(`${account} from ${addressKey(ip)}`);
    const tries = (await count(account)).count - loginsPerMinute;
    if (tries <= 0) return;
    log.warn({ event: 'login.pressed', tries }, 'many addresses try the password of one account');
    await sleep(Math.min(FIRST_DELAY_MS * 2 ** tries, LONGEST_DELAY_MS));
  };

  return {
    async request(request, reply) {
      if (request.headers[INNER_CALL.header] === INNER_CALL.secret) return;
      const outcome = await checkAddress(request);
      if (outcome.isAllowed) return;
      tellLimit(reply, { most: outcome.max, left: outcome.remaining, seconds: outcome.ttlInSeconds });
      if (!outcome.isExceeded) return;
      throw new TooManyRequests('Too many requests. Wait a minute, then go on.', outcome.ttlInSeconds);
    },
    async login(request, reply) {
      await byAddress(request, reply);
      await byAccount(emailIn(request.body), request);
    },
    async ownPassword(request, reply) {
      await byAddress(request, reply);
      await countTry(`own password ${callerOf(request).user.id}`);
    },
    invitation: byAddress,
    generation: (request, reply) =>
      countUp(
        `generation ${callerOf(request).user.id}`,
        generationsPerMinute,
        'That is a lot of work at once. Wait a minute, then go on.',
        reply,
      ),
    async visitor(request, reply) {
      const { token = '' } = request.params as { token?: string };
      const message = 'That is a lot at once. Wait a minute, then go on.';
      await countUp(`visitor ${addressKey(request.ip)}`, commentsPerMinute, message, reply);
      await countUp(`link ${token}`, VISITORS_AT_ONCE * commentsPerMinute, message, reply);
    },
    upload: (request, reply) =>
      countUp(
        `upload ${callerOf(request).user.id}`,
        uploadsPerMinute,
        'That is a lot of files at once. Wait a minute, then go on.',
        reply,
      ),
  };
}

/**
 * Tells how often one may still ask, of the narrowest limit that was looked at last: draft-ietf-httpapi-ratelimit-headers-06.
 */
function tellLimit(
  reply: FastifyReply | undefined,
  { most, left, seconds }: { most: number; left: number; seconds: number },
): void {
  void reply?.headers({
    'ratelimit-limit': most,
    'ratelimit-remaining': Math.max(0, left),
    'ratelimit-reset': seconds,
  });
}

/** How many people may write by one link as fast as one of them may. */
const VISITORS_AT_ONCE = 3;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;

function emailIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : '';
}
