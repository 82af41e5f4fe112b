import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Where a bucket is and how it is opened. */
export interface S3Settings {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `auto` on R2. */
  region: string;
  /** Null: Amazon's own. */
  endpoint: string | null;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`: Ceph and MinIO without a wildcard domain. */
  usesPathStyle: boolean;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Without a byte for so long, a request ends. */
const SILENCE_TIMEOUT_MS = 30_000;

/**
 * A client that asks for no more than R2 and Ceph understand: checksums only where the protocol requires them (the
 * newer default breaks both), and timeouts that end the request instead of warning.
 */
export function openS3Client({
  accessKeyId,
  secretAccessKey,
  region,
  endpoint,
  usesPathStyle,
}: S3Settings): S3Client {
  return new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: usesPathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    }),
  });
}
