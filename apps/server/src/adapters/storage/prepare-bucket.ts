import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';

export interface BucketWishes {
  bucket: string;
  /** Origins whose pages read media, to draw the preview. */
  origins: readonly string[];
  /** Days after which the store removes what lies under `sessions/` by itself, finished and pinned ads too; null: never. */
  expireDays: number | null;
}

/**
 * Makes a bucket ready: there, private (nothing else is ever set), readable by our pages, and with abandoned uploads
 * removed after a day. Running it again changes nothing. Answers what was done, a sentence each.
 */
export async function prepareBucket(client: S3Client, wishes: BucketWishes): Promise<string[]> {
  const { bucket: Bucket, origins, expireDays } = wishes;
  const done = [
    (await makeBucket(client, Bucket)) ? `Made the bucket ${Bucket}.` : `Found the bucket ${Bucket}.`,
  ];
  const hasCors = await whereThereIs(() =>
    client.send(
      new PutBucketCorsCommand({
        Bucket,
        CORSConfiguration: {
          CORSRules: [
            {
              AllowedOrigins: [...origins],
              AllowedMethods: ['GET', 'HEAD'],
              AllowedHeaders: ['range'],
              ExposeHeaders: ['content-range', 'content-length', 'etag'],
              MaxAgeSeconds: 3600,
            },
          ],
        },
      }),
    ),
  );
  done.push(
    hasCors
      ? `Pages of ${origins.join(', ')} may read media.`
      : `This store keeps no CORS rules for a bucket: let it answer pages of ${origins.join(', ')} in its own settings.`,
  );
  const expiry =
    expireDays === null
      ? []
      : [
          {
            ID: 'expire-sessions',
            Status: 'Enabled' as const,
            Filter: { Prefix: 'sessions/' },
            Expiration: { Days: expireDays },
          },
        ];
  await client.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'abort-uploads',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          },
          ...expiry,
        ],
      },
    }),
  );
  done.push('Uploads that nobody finished are removed after a day.');
  if (expireDays !== null) {
    done.push(`What lies under sessions/ is removed after ${expireDays} days, pinned ads too.`);
  }
  return done;
}

/** Whether the store has what is asked for: MinIO, for one, answers every page alike and keeps no rules for it. */
async function whereThereIs(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 501) return false;
    throw error;
  }
}

async function makeBucket(client: S3Client, Bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return false;
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand({ Bucket }));
    return true;
  }
}

/** Rights that the access key needs, to be pasted into IAM. */
export function accessPolicy(bucket: string): string {
  const policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SpotsmithMedia',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
      {
        Sid: 'SpotsmithBucket',
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        Resource: `arn:aws:s3:::${bucket}`,
      },
    ],
  };
  return JSON.stringify(policy, null, 2);
}
