import type { Installation } from '@spotsmith/contract/account';
import type { ModelChoice, Options } from '@spotsmith/contract/options';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphicsCards } from '#src/ports/graphics-cards.ts';
import type { MediaGrant } from '#src/ports/file-store.ts';
import type { Metrics } from '#src/telemetry/metrics.ts';

/** What the request door is told about the installation it stands in. */
export type ServerOptions = {
  logger: FastifyBaseLogger;
  /** Where people reach this server, without a slash at the end. */
  publicUrl: string;
  /** The one other origin whose pages may call the API; null when the web app is served from here. */
  frontendUrl: string | null;
  trustProxy: false | number | string[];
  installation: Omit<Installation, 'demo_login' | 'needs_owner'>;
  /** By which the first owner makes an account while there is none. */
  setupCode: string;
  /** The demo login while it may be told to anybody who asks; null otherwise. */
  tellDemoLogin(): Promise<Installation['demo_login']>;
  /** As they are now: workflows come and go. */
  listModels(): Promise<ModelChoice[]>;
  /** Null when there are none. */
  graphicsCards: GraphicsCards | null;
  finishOptions: Options;
  /** Reads a link that the file store signed; null when it is not good. */
  verifyMediaLink(fileId: string, query: Readonly<Record<string, unknown>>): MediaGrant | null;
  /** Takes a report of a provider; false when it is not genuine, or of nobody we know. Null without hosted models. */
  receiveWebhook:
    | ((
        provider: string,
        headers: Readonly<Record<string, string | string[] | undefined>>,
        rawBody: string,
      ) => Promise<boolean>)
    | null;
  metrics: Metrics;
  /** Lets others than this very machine read the metrics; null for nobody. */
  metricsToken: string | null;
  rateLimits?: Partial<RateLimits>;
  socket?: Partial<SocketLimits>;
};

export type RateLimits = {
  requestsPerMinute: number;
  /** By one address, and for one account from one address; more of them from elsewhere are slowed down. */
  loginsPerMinute: number;
  generationsPerMinute: number;
  uploadsPerMinute: number;
  /** Comments and approvals by visitors of a link, by one address; three times as many by all of a link. */
  commentsPerMinute: number;
  /** A process that is late by so much refuses requests until it has caught up; 0 never does. */
  eventLoopDelayMs: number;
};

export const RATE_LIMITS: RateLimits = {
  requestsPerMinute: 1200,
  loginsPerMinute: 10,
  generationsPerMinute: 30,
  uploadsPerMinute: 60,
  commentsPerMinute: 10,
  eventLoopDelayMs: 5000,
};

export type SocketLimits = {
  pingEveryMs: number;
  /** A reader that takes nothing for so long is cut off. */
  stalledAfterMs: number;
  socketsPerUser: number;
};

export const SOCKET_LIMITS: SocketLimits = {
  pingEveryMs: 30_000,
  stalledAfterMs: 15_000,
  socketsPerUser: 40,
};
