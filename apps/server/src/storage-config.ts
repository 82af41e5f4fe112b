import { resolve } from 'node:path';
import type { S3Settings } from './adapters/storage/open-s3-client.ts';
import type { Environment } from './config.ts';

/** Where media lies. */
export type Storage =
  | { kind: 'disk'; directory: string }
  | ({
      kind: 's3';
      /** The endpoint as browsers reach it. */
      publicEndpoint: string | null;
    } & S3Settings);

/** A bucket that is named is used: media never stays on the disk because one more variable was not set. */
function isS3({ STORAGE, S3_BUCKET_NAME }: Environment): boolean {
  return STORAGE === 's3' || (STORAGE === undefined && S3_BUCKET_NAME !== undefined);
}

export function storageOf(env: Environment, dataDir: string): Storage {
  if (!isS3(env)) return { kind: 'disk', directory: resolve(dataDir, 'media') };
  const r2 = env.CLOUDFLARE_ACCOUNT_ID && `https://${env.CLOUDFLARE_ACCOUNT_ID}.r2.cloudflarestorage.com`;
  const endpoint = env.S3_ENDPOINT_URL ?? r2 ?? null;
  return {
    kind: 's3',
    bucket: env.S3_BUCKET_NAME ?? '',
    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    region: env.AWS_REGION ?? (r2 ? 'auto' : 'us-east-1'),
    endpoint,
    publicEndpoint: env.S3_PUBLIC_URL ?? endpoint,
    usesPathStyle: env.S3_PATH_STYLE ?? env.S3_ENDPOINT_URL !== undefined,
  };
}

export function mediaLinkSecretsOf({ MEDIA_LINK_SECRETS }: Environment): [string, ...string[]] | null {
  const [first, ...rest] = MEDIA_LINK_SECRETS?.split(',').map((secret) => secret.trim()) ?? [];
  return first === undefined ? null : [first, ...rest];
}

/** What cannot be right about the storage's settings, each with its sentence. */
export function storageTroubles(env: Environment): [isSo: boolean, sentence: string][] {
  const missing = (['S3_BUCKET_NAME', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const).filter(
    (name) => env[name] === undefined,
  );
  const hasKey = env.AWS_ACCESS_KEY_ID !== undefined || env.AWS_SECRET_ACCESS_KEY !== undefined;
  const weak = mediaLinkSecretsOf(env)?.some((secret) => Buffer.byteLength(secret) < 32) ?? false;
  return [
    [
      isS3(env) && missing.length > 0,
      `Media is to lie in a bucket, but ${missing.join(' and ')} is not set.`,
    ],
    [
      env.STORAGE === undefined && env.S3_BUCKET_NAME === undefined && hasKey,
      'AWS_ACCESS_KEY_ID is set but S3_BUCKET_NAME is not; name the bucket, or set STORAGE=disk to keep media on the disk.',
    ],
    [
      Boolean(env.CLOUDFLARE_ACCOUNT_ID && env.S3_ENDPOINT_URL),
      'CLOUDFLARE_ACCOUNT_ID and S3_ENDPOINT_URL both name where the bucket is; set one of them.',
    ],
    [
      Boolean(env.S3_PUBLIC_URL) && !env.S3_ENDPOINT_URL,
      'S3_PUBLIC_URL needs S3_ENDPOINT_URL; without that set neither.',
    ],
    [weak, 'MEDIA_LINK_SECRETS must be at least 32 bytes each; make one with: openssl rand -hex 32.'],
  ];
}
