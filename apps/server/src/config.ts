import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { LANGUAGE_MODELS } from '#src/domain/catalogue/catalogue.ts';
import { usdToMicros } from '#src/domain/money.ts';
import type { Quotas } from '#src/domain/quotas.ts';
import { FAILPOINTS, type FailpointName } from '#src/ports/ports.ts';
import { comfyuiTroubles, HOSTED_SETTINGS, type HostedConfig, hostedProviders } from './hosted-config.ts';
import { languageModel, type LanguageModelConfig, languageTroubles } from './language-config.ts';
import { QUOTA_SETTINGS, quotasOf } from './quota-config.ts';
import { secretsOf } from './secrets-config.ts';
import { misspelt } from './spell-check-config.ts';
import { mediaLinkSecretsOf, type Storage, storageOf, storageTroubles } from './storage-config.ts';
import { installIssueMessages } from '@spotsmith/contract/issue-messages';

const url = () => z.url({ protocol: /^https?$/, error: 'must be an address like https://ads.example.com' });
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** A random key of 32 bytes has about as many different hexadecimal digits as there are. */
const LEAST_DIFFERENT = 8;

/** Every variable that is read, in the order of `.env.example`, with the sentence that explains it there. */
export const Environment = z.object({
  ENV: z
    .enum(['development', 'production'])
    .default('development')
    .describe('development | production. Production listens on every address and needs JWT_SECRET_KEY.'),
  ROLE: z
    .enum(['all', 'api', 'worker'])
    .default('all')
    .describe('all | api | worker. Splitting the roles needs DATABASE_URL.'),
  HOST: z.string().optional().describe('Address to listen on. Default: 127.0.0.1, in production 0.0.0.0.'),
  PORT: count(0, 65_535)
    .default(3000)
    .describe(
      'Port to listen on. A worker listens only when it is set, and tells its health and metrics there.',
    ),
  PUBLIC_URL: url()
    .optional()
    .describe(
      'Address under which people reach Spotsmith. Required in production; else http://localhost:PORT.',
    ),
  FRONTEND_URL: url()
    .optional()
    .describe('Address of a web app on another site; only it may call the API from a browser (CORS).'),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d+|[0-9a-fA-F.:/]+(, *[0-9a-fA-F.:/]+)*)$/, 'must be a number of proxies, or their addresses')
    .optional()
    .describe(
      'How many proxies stand before the server, or their addresses. Only their X-Forwarded-For is believed.',
    ),
  WEB_APP: z
    .enum(['built', 'live', 'off'])
    .default('built')
    .describe(
      'built | live | off. The web studio as npm start builds it, as it is being edited (npm run dev), or the API alone.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('fatal | error | warn | info | debug | trace | silent.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters long')
    .optional()
    .describe(
      'Lets Prometheus read /metrics with it as Bearer token. Without it only this very machine may.',
    ),

  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional()
    .describe('PostgreSQL 15 to 18. Without it the database is embedded and lies in DATA_DIR.'),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional()
    .describe('PostgreSQL itself, when DATABASE_URL is a PgBouncer in transaction mode.'),
  DATABASE_POOL_SIZE: count(2, 200).default(20).describe('Connections to PostgreSQL.'),
  DATA_DIR: z.string().default('data').describe('Where the embedded database, media and generated keys lie.'),

  STORAGE: z
    .enum(['disk', 's3'])
    .optional()
    .describe('disk | s3. Where media lies. Default: s3 when S3_BUCKET_NAME is set, else the disk.'),
  S3_BUCKET_NAME: z.string().optional().describe('Bucket of S3, R2 or another store that speaks S3.'),
  AWS_ACCESS_KEY_ID: z.string().optional().describe('Access key of the bucket.'),
  AWS_SECRET_ACCESS_KEY: z.string().optional().describe('Its secret.'),
  AWS_REGION: z.string().optional().describe('Region of the bucket. Default: us-east-1, on R2 auto.'),
  CLOUDFLARE_ACCOUNT_ID: z.string().optional().describe('For a bucket on Cloudflare R2.'),
  S3_ENDPOINT_URL: url().optional().describe('Address of another store that speaks S3, like Ceph or MinIO.'),
  S3_PATH_STYLE: z
    .stringbool()
    .optional()
    .describe(
      'true | false. Bucket in the path of an address instead of its host. Default: with S3_ENDPOINT_URL.',
    ),
  S3_PUBLIC_URL: url()
    .optional()
    .describe('Where browsers reach the store, when S3_ENDPOINT_URL is an address of an inner network.'),
  MEDIA_LINK_SECRETS: z
    .string()
    .optional()
    .describe(
      'Sign links to media, at least 32 bytes each, separated by commas: the first signs, all are good. Needed when several machines serve the API; default: made once and kept in DATA_DIR.',
    ),

  ...HOSTED_SETTINGS,
  LLM_BASE_URL: url()
    .optional()
    .describe(
      'An OpenAI-compatible endpoint whose LLM_MODEL writes briefs and scenes. Without a model: rules.',
    ),
  LLM_API_KEY: z.string().optional().describe('Its key, where it needs one.'),
  LLM_MODEL: z
    .string()
    .optional()
    .describe(
      `Its model name. Without LLM_BASE_URL a model of Replicate: ${LANGUAGE_MODELS.map(({ id }) => id).join(', ')}.`,
    ),
  LLM_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'must be two numbers like 0.15/0.60')
    .optional()
    .describe(
      'What LLM_BASE_URL bills for a million tokens, in and out, in dollars, like 0.15/0.60. Without it: nothing.',
    ),

  JWT_SECRET_KEY: z
    .string()
    .refine(
      (key) => Buffer.byteLength(key) >= 32,
      'must be at least 32 bytes long; make one with: openssl rand -hex 32',
    )
    .refine(
      (key) => new Set(key).size >= LEAST_DIFFERENT,
      'must not be a few letters repeated; make one with: openssl rand -hex 32',
    )
    .optional()
    .describe(
      'Signs logins, at least 32 bytes. Required in production, else made once and kept in DATA_DIR.',
    ),
  JWT_ALGORITHM: z.literal('HS256', 'can only be HS256').default('HS256').describe('HS256 is the only one.'),

  OWNER_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('The first account, made at the start while there is none. Without it: a code in the log.'),
  OWNER_PASSWORD: z
    .string()
    .min(8, 'must be at least 8 characters long')
    .max(128)
    .optional()
    .describe('Its password. Change it after the first login.'),

  MAX_COST_PER_SESSION: z.coerce
    .number()
    .min(0)
    .max(100_000)
    .default(200)
    .describe(
      'Spending cap of one ad, in dollars. People can choose a lower one for their ads, and none above it.',
    ),
  DAILY_CAP_PER_USER: z.coerce
    .number()
    .min(0)
    .max(1_000_000)
    .default(500)
    .describe(
      'Spending cap of one person and day, in dollars. People can choose a lower one for themselves.',
    ),
  RETENTION_DAYS: count(0, 36_500)
    .optional()
    .describe(
      'Days after which untouched ads are removed; 0 keeps them. Announced on the ad beforehand; pinned ads stay. Default: 0, with DATABASE_URL 30.',
    ),

  ...QUOTA_SETTINGS,

  SPOTSMITH_TOKEN: z
    .string()
    .optional()
    .describe('API token for the commands that take --server; they alone read it.'),

  FFMPEG_PATH: z.string().optional().describe('Path of ffmpeg, when it is not on the PATH.'),
  VIDEO_ENCODER: z
    .enum(['auto', 'software'])
    .default('auto')
    .describe(
      'auto | software. auto tries the encoders of graphics chips at the start and takes one whose segments join and look well.',
    ),
  CANVAS_SCALE: z.coerce
    .number()
    .min(0.1)
    .max(1)
    .default(1)
    .describe('Shrinks every picture and video, for tests only. 1 is full size.'),
  FAILPOINT: z
    .enum(FAILPOINTS)
    .optional()
    .describe('Kills the process at the named point, for crash tests only.'),
});
export type Environment = z.infer<typeof Environment>;
type Variables = Readonly<Record<string, string | undefined>>;

/** The settings of one process. Money is in micro-dollars; paths are absolute. */
export type Config = {
  isProduction: boolean;
  role: Environment['ROLE'];
  http: {
    host: string;
    port: number;
    publicUrl: string;
    /** The one other origin whose pages may call the API; null when the web app is served from here. */
    frontendUrl: string | null;
    trustProxy: false | number | string[];
    /** Null: only this very machine may read the metrics. */
    metricsToken: string | null;
  };
  /** Whether a worker tells its health and metrics over HTTP. */
  workerListens: boolean;
  /** Null: the API alone, with the web studio elsewhere or not at all. */
  webApp: 'built' | 'live' | null;
  database:
    | { kind: 'embedded'; directory: string }
    | { kind: 'postgresql'; url: string; poolSize: number; directUrl: string | null };
  dataDir: string;
  /** Where media lies. */
  storage: Storage;
  /** Null: made once and kept in `dataDir`. The first signs, all verify. */
  mediaLinkSecrets: [string, ...string[]] | null;
  /** The providers whose key or address is set, the preferred one first. */
  hosted: HostedConfig[];
  providerListLagMs: number;
  /** Null: the rules write. */
  languageModel: LanguageModelConfig | null;
  /** Null: the first account is made with the code in the log. */
  owner: { email: string; password: string } | null;
  /** Null: made once and kept in `dataDir`. */
  jwtSecretKey: string | null;
  maxCostPerSessionMicros: number;
  dailyCapPerUserMicros: number;
  /** Null keeps everything. */
  retentionDays: number | null;
  /** Of each person. */
  quotas: Quotas;
  ffmpegPath: string | null;
  /** Whether graphics chips are tried for encoding. */
  triesChips: boolean;
  canvasScale: number;
  failpoint: FailpointName | null;
  logLevel: Environment['LOG_LEVEL'];
  /** Values that must never be printed. */
  secrets: string[];
};

/** The settings cannot be used. The message has one sentence for each trouble and names its variable. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What the process was started with, over what the file `.env` in the working directory says. */
export function readEnvironment(): Variables {
  return { ...(existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}), ...process.env };
}

/**
 * Reads the settings. Empty variables count as unset. Throws ConfigError on a value that cannot be right, on two that
 * contradict each other, and on a name that looks like a misspelt one.
 */
export function loadConfig(variables: Variables): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  installIssueMessages();
  const parsed = Environment.safeParse(given);
  const troubles = [
    ...misspelt(Object.keys(given), Object.keys(Environment.shape)),
    ...(parsed.error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')} ${message.replace(/\.?$/, '.')}`,
    ),
    ...(parsed.data ? contradictions(parsed.data) : []),
  ];
  if (!parsed.data || troubles.length > 0) throw new ConfigError(troubles.join('\n'));
  return toConfig(parsed.data, given['PORT'] !== undefined);
}

function toConfig(env: Environment, hasPort: boolean): Config {
  const isProduction = env.ENV === 'production';
  const dataDir = resolve(env.DATA_DIR);
  const retentionDays = env.RETENTION_DAYS ?? (env.DATABASE_URL ? 30 : 0);
  return {
    isProduction,
    role: env.ROLE,
    http: {
      host: env.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
      port: env.PORT,
      publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
      frontendUrl: env.FRONTEND_URL?.replace(/\/+$/, '') ?? null,
      trustProxy: trustProxy(env.TRUST_PROXY),
      metricsToken: env.METRICS_TOKEN ?? null,
    },
    workerListens: hasPort,
    webApp: env.WEB_APP === 'off' || env.FRONTEND_URL ? null : env.WEB_APP,
    database: env.DATABASE_URL
      ? {
          kind: 'postgresql',
          url: env.DATABASE_URL,
          poolSize: env.DATABASE_POOL_SIZE,
          directUrl: env.DATABASE_DIRECT_URL ?? null,
        }
      : { kind: 'embedded', directory: resolve(dataDir, 'database') },
    dataDir,
    storage: storageOf(env, dataDir),
    mediaLinkSecrets: mediaLinkSecretsOf(env),
    hosted: hostedProviders(env),
    providerListLagMs: env.PROVIDER_LIST_LAG_SECONDS * 1000,
    languageModel: languageModel(env),
    owner:
      env.OWNER_EMAIL && env.OWNER_PASSWORD ? { email: env.OWNER_EMAIL, password: env.OWNER_PASSWORD } : null,
    jwtSecretKey: env.JWT_SECRET_KEY ?? null,
    maxCostPerSessionMicros: usdToMicros(env.MAX_COST_PER_SESSION),
    dailyCapPerUserMicros: usdToMicros(env.DAILY_CAP_PER_USER),
    retentionDays: retentionDays === 0 ? null : retentionDays,
    quotas: quotasOf(env),
    ffmpegPath: env.FFMPEG_PATH ?? null,
    triesChips: env.VIDEO_ENCODER === 'auto',
    canvasScale: env.CANVAS_SCALE,
    failpoint: env.FAILPOINT ?? null,
    logLevel: env.LOG_LEVEL,
    secrets: secretsOf(env),
  };
}

function contradictions(env: Environment): string[] {
  const troubles: [boolean, string][] = [
    [
      env.ENV === 'production' && !env.JWT_SECRET_KEY,
      'JWT_SECRET_KEY is required when ENV=production; make one with: openssl rand -hex 32.',
    ],
    [
      env.ENV === 'production' && env.ROLE !== 'worker' && !env.PUBLIC_URL,
      'PUBLIC_URL is required when ENV=production: sign-in, cookies and links need the address that people use, like https://ads.example.com.',
    ],
    [
      env.ENV === 'production' && env.ROLE === 'api' && !env.MEDIA_LINK_SECRETS,
      'MEDIA_LINK_SECRETS is required when ENV=production and ROLE=api, the same at every API; make one with: openssl rand -hex 32.',
    ],
    [
      env.ROLE !== 'all' && !env.DATABASE_URL,
      `ROLE=${env.ROLE} needs DATABASE_URL, because the embedded database serves one process only.`,
    ],
    [
      Boolean(env.REPLICATE_API_TOKEN && env.REPLICATE_API_KEY) &&
        env.REPLICATE_API_TOKEN !== env.REPLICATE_API_KEY,
      'REPLICATE_API_TOKEN and REPLICATE_API_KEY name the same token but differ; set one of them.',
    ],
    [
      Boolean(env.DATABASE_DIRECT_URL) && !env.DATABASE_URL,
      'DATABASE_DIRECT_URL needs DATABASE_URL; without a pooler set DATABASE_URL alone.',
    ],
    [
      Boolean(env.OWNER_EMAIL) !== Boolean(env.OWNER_PASSWORD),
      'OWNER_EMAIL and OWNER_PASSWORD make the first account together; set both, or neither.',
    ],
    [
      env.DAILY_CAP_PER_USER < env.MAX_COST_PER_SESSION,
      'DAILY_CAP_PER_USER is below MAX_COST_PER_SESSION, so no ad could reach its cap; raise one or lower the other.',
    ],
  ];
  return [...troubles, ...storageTroubles(env), ...comfyuiTroubles(env), ...languageTroubles(env)]
    .filter(([isSo]) => isSo)
    .map(([, message]) => message);
}

function trustProxy(value: string | undefined): false | number | string[] {
  if (!value) return false;
  return /^\d+$/.test(value) ? Number(value) : value.split(/, */);
}

/** The text of `.env.example`: every variable with its explanation and default, all commented out. */
export function environmentExample(): string {
  const entries = Object.entries(Environment.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data ?? '';
    return `# ${schema.description}\n#${name}=${fallback}\n`;
  });
  return `# Copy to .env and change what you need. Everything has a default; nothing is required on one machine.\n\n${entries.join('\n')}`;
}
