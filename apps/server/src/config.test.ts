import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, Environment, environmentExample, loadConfig } from './config.ts';

const secret = 'a key that only these tests know';

test('nothing has to be set: the database is embedded, the server is only for this machine', () => {
  const config = loadConfig({});
  expect(config.database).toEqual({ kind: 'embedded', directory: resolve('data/database') });
  expect(config.http).toEqual({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    frontendUrl: null,
    trustProxy: false,
    metricsToken: null,
  });
  expect(config).toMatchObject({
    role: 'all',
    hosted: [],
    owner: null,
    retentionDays: null,
    jwtSecretKey: null,
    maxCostPerSessionMicros: 200_000_000,
  });
});

test('with DATABASE_URL the database is PostgreSQL with a pool of 20, and ads are kept for 30 days', () => {
  const config = loadConfig({ DATABASE_URL: 'postgresql://u:p@db/x' });
  expect(config.database).toEqual({
    kind: 'postgresql',
    url: 'postgresql://u:p@db/x',
    poolSize: 20,
    directUrl: null,
  });
  expect(config.retentionDays).toBe(30);
  expect(loadConfig({ DATABASE_URL: 'postgresql://u:p@db/x', RETENTION_DAYS: '0' }).retentionDays).toBeNull();
});

test('production listens on every address', () => {
  expect(
    loadConfig({ ENV: 'production', JWT_SECRET_KEY: secret, PUBLIC_URL: 'https://ads.example' }).http.host,
  ).toBe('0.0.0.0');
});

test('an empty variable counts as unset', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
});

test('the seed’s name for the Replicate token works', () => {
  expect(loadConfig({ REPLICATE_API_KEY: 'r8_x' }).hosted[0]).toMatchObject({ token: 'r8_x' });
});

test('proxies are a number or a list of addresses', () => {
  expect(loadConfig({ TRUST_PROXY: '1' }).http.trustProxy).toBe(1);
  expect(loadConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).http.trustProxy).toEqual(['10.0.0.0/8', '::1']);
});

test('a bucket that is named is used, without another variable: on Amazon, on R2, and elsewhere', () => {
  const seed = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', S3_BUCKET_NAME: 'ads' };
  const s3 = { kind: 's3', bucket: 'ads', accessKeyId: 'id', secretAccessKey: 'secret' };
  expect(loadConfig(seed).storage).toEqual({
    ...s3,
    region: 'us-east-1',
    endpoint: null,
    publicEndpoint: null,
    usesPathStyle: false,
  });
  expect(loadConfig({ ...seed, CLOUDFLARE_ACCOUNT_ID: 'acc' }).storage).toMatchObject({
    region: 'auto',
    endpoint: 'https://acc.r2.cloudflarestorage.com',
  });
  expect(loadConfig({ ...seed, S3_ENDPOINT_URL: 'http://ceph:7480' }).storage).toMatchObject({
    endpoint: 'http://ceph:7480',
    usesPathStyle: true,
  });
  const inner = { S3_ENDPOINT_URL: 'http://storage:9000', S3_PUBLIC_URL: 'https://media.example.com' };
  expect(loadConfig({ ...seed, ...inner }).storage).toMatchObject({
    endpoint: 'http://storage:9000',
    publicEndpoint: 'https://media.example.com',
  });
  expect(loadConfig({ ...seed, STORAGE: 'disk' }).storage).toMatchObject({ kind: 'disk' });
});

describe('a setting that cannot be right is refused with a sentence that names it', () => {
  test.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ ROLE: 'boss' }, 'ROLE'],
    [{ ROLE: 'worker' }, 'ROLE=worker needs DATABASE_URL'],
    [{ ENV: 'production' }, 'JWT_SECRET_KEY is required when ENV=production'],
    [{ ENV: 'production', JWT_SECRET_KEY: secret }, 'PUBLIC_URL is required when ENV=production'],
    [{ JWT_SECRET_KEY: 'short' }, 'JWT_SECRET_KEY must be at least 32 bytes'],
    [{ JWT_SECRET_KEY: 'a'.repeat(64) }, 'JWT_SECRET_KEY must not be a few letters repeated'],
    [{ JWT_ALGORITHM: 'none' }, 'JWT_ALGORITHM can only be HS256.'],
    [{ STORAGE: 's3' }, 'S3_BUCKET_NAME and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is not set'],
    [{ AWS_ACCESS_KEY_ID: 'a' }, 'S3_BUCKET_NAME is not; name the bucket'],
    [{ MEDIA_LINK_SECRETS: 'short' }, 'MEDIA_LINK_SECRETS must be at least 32 bytes each'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must begin with postgresql://.'],
    [{ PUBLIC_URL: 'ads.example.com' }, 'PUBLIC_URL must be an address'],
    [{ FRONTEND_URL: 'javascript:alert(1)' }, 'FRONTEND_URL must be an address'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a number of proxies'],
    [{ MAX_COST_PER_SESSION: '-1' }, 'MAX_COST_PER_SESSION'],
    [{ MAX_COST_PER_SESSION: '900' }, 'DAILY_CAP_PER_USER is below MAX_COST_PER_SESSION'],
    [{ REPLICATE_API_TOKEN: 'a', REPLICATE_API_KEY: 'b' }, 'REPLICATE_API_TOKEN and REPLICATE_API_KEY'],
    [{ LLM_BASE_URL: 'https://llm.example.com' }, 'LLM_BASE_URL needs LLM_MODEL'],
    [{ LLM_MODEL: 'meta/meta-llama-3-70b-instruct' }, 'LLM_MODEL needs LLM_BASE_URL, or REPLICATE_API_TOKEN'],
    [{ REPLICATE_API_TOKEN: 'r8_x', LLM_MODEL: 'small-one' }, 'one of these models: meta/'],
    [{ LLM_PRICE: '0.15/0.60' }, 'LLM_PRICE is for LLM_BASE_URL only'],
    [{ LLM_API_KEY: 'k' }, 'LLM_API_KEY is set but LLM_BASE_URL is not'],
    [{ FAILPOINT: 'somewhere' }, 'FAILPOINT'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ S3_PUBLIC_URL: 'https://media.example.com' }, 'S3_PUBLIC_URL needs S3_ENDPOINT_URL'],
    [
      { ENV: 'production', ROLE: 'api', DATABASE_URL: 'postgresql://x', JWT_SECRET_KEY: secret },
      'MEDIA_LINK_SECRETS is required',
    ],
    [{ CANVAS_SCALE: '7' }, 'CANVAS_SCALE'],
    [{ DATABSE_URL: 'postgresql://x' }, 'DATABSE_URL is not a setting. Did you mean DATABASE_URL?'],
    [{ JWT_SECRET_KYE: secret }, 'Did you mean JWT_SECRET_KEY?'],
    [{ PORTS: '80' }, 'PORTS is not a setting. Did you mean PORT?'],
  ])('%j', (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(sentence);
  });
});

test('every trouble is told at once', () => {
  expect(() => loadConfig({ PORT: 'x', ROLE: 'y' })).toThrow(/PORT.*\nROLE|ROLE.*\nPORT/);
});

test('the variables of a usual machine are no misspelt settings', () => {
  expect(() =>
    loadConfig({ HOME: '/home/ada', PATH: '/bin', HOSTNAME: 'box', LANG: 'C', TERM: 'x', npm_config_x: '1' }),
  ).not.toThrow();
});

test('every secret is known, so that logs can leave it out', () => {
  const { secrets } = loadConfig({
    DATABASE_URL: 'postgresql://ada:pass%20word@db/x',
    REPLICATE_API_TOKEN: 'r8_token',
    JWT_SECRET_KEY: secret,
  });
  expect(secrets).toEqual(expect.arrayContaining(['pass%20word', 'pass word', 'r8_token', secret]));
});

test('.env.example lists every variable with its explanation and default', async () => {
  await expect(environmentExample()).toMatchFileSnapshot('../../../.env.example');
  for (const schema of Object.values(Environment.shape)) expect(schema.description).toBeTruthy();
});

test('the provider is asked to call back only where that is as safe as calling it', () => {
  const originOf = (more: Record<string, string>) =>
    loadConfig({ REPLICATE_API_TOKEN: 'r8_x', ...more }).hosted[0]?.webhookOrigin;
  expect(originOf({})).toBeNull();
  expect(originOf({ PUBLIC_URL: 'http://ads.example.com' })).toBeNull();
  expect(originOf({ PUBLIC_URL: 'https://ads.example.com/' })).toBe('https://ads.example.com');
  const emulator = { REPLICATE_BASE_URL: 'http://127.0.0.1:18931/v1' };
  expect(originOf({ PUBLIC_URL: 'http://127.0.0.1:3000', ...emulator })).toBe('http://127.0.0.1:3000');
});

test('several graphics cards are told by their addresses, and what a proxy wants is a secret', () => {
  const config = loadConfig({
    COMFYUI_URL: 'http://10.0.0.2:8188, http://10.0.0.3:8188/comfy/',
    COMFYUI_HEADERS: '{"Authorization":"Bearer for-the-proxy"}',
  });
  expect(config.hosted).toEqual([
    {
      provider: 'comfyui',
      baseUrls: ['http://10.0.0.2:8188', 'http://10.0.0.3:8188/comfy/'],
      headers: { Authorization: 'Bearer for-the-proxy' },
      webhookOrigin: null,
    },
  ]);
  expect(config.secrets).toEqual(expect.arrayContaining(['Bearer for-the-proxy', 'for-the-proxy']));
});

test.each([
  [{ COMFYUI_URL: '192.168.1.20:8188' }, 'COMFYUI_URL must be an address'],
  [{ COMFYUI_URL: 'http://me:secret@gpu:8188' }, 'put them into COMFYUI_HEADERS'],
  [{ COMFYUI_URL: 'http://gpu:8188', COMFYUI_HEADERS: 'Bearer x' }, 'COMFYUI_HEADERS must be JSON'],
  [{ COMFYUI_HEADERS: '{"X-Key":"x"}' }, 'COMFYUI_URL is not'],
])('%o is refused with a sentence', (variables, sentence) => {
  expect(() => loadConfig(variables)).toThrow(sentence);
});
