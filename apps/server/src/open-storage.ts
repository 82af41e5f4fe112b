import { createMediaLinks, type MediaLinks } from './adapters/storage/media-links.ts';
import { createDiskFileStore } from './adapters/storage/disk-file-store.ts';
import { keptSecret } from './adapters/secrets/kept-secret.ts';
import type { Config } from './config.ts';
import type { FileStore } from './ports/file-store.ts';
import type { Storage } from './storage-config.ts';

export { accessPolicy } from './adapters/storage/prepare-bucket.ts';

/** The place for media, and the links to it. */
export async function openStorage(config: Config): Promise<{ files: FileStore; links: MediaLinks }> {
  const { storage } = config;
  const links = createMediaLinks(await mediaLinkSecrets(config));
  if (storage.kind === 'disk') {
    return { files: await createDiskFileStore({ root: storage.directory, links }), links };
  }
  // The client of S3 is much code: only who uses it waits for it to load.
  const [{ createS3FileStore }, { openS3Client }] = await Promise.all([
    import('./adapters/storage/s3-file-store.ts'),
    import('./adapters/storage/open-s3-client.ts'),
  ]);
  const client = openS3Client(storage);
  const isElsewhere = storage.publicEndpoint !== storage.endpoint;
  const publicClient = isElsewhere ? openS3Client({ ...storage, endpoint: storage.publicEndpoint }) : client;
  return { files: createS3FileStore({ client, publicClient, bucket: storage.bucket, links }), links };
}

/** Makes the bucket ready for our pages; answers what was done. */
export async function initStorage(
  { http }: Pick<Config, 'http'>,
  storage: Extract<Storage, { kind: 's3' }>,
  expireDays: number | null,
): Promise<string[]> {
  const [{ prepareBucket }, { openS3Client }] = await Promise.all([
    import('./adapters/storage/prepare-bucket.ts'),
    import('./adapters/storage/open-s3-client.ts'),
  ]);
  const origins = [new URL(http.publicUrl).origin, ...(http.frontendUrl === null ? [] : [http.frontendUrl])];
  return prepareBucket(openS3Client(storage), { bucket: storage.bucket, origins, expireDays });
}

async function mediaLinkSecrets(config: Config): Promise<[Uint8Array, ...Uint8Array[]]> {
  if (config.mediaLinkSecrets === null) return [await keptSecret(config.dataDir, 'media-links')];
  const [first, ...rest] = config.mediaLinkSecrets;
  const encoder = new TextEncoder();
  return [encoder.encode(first), ...rest.map((secret) => encoder.encode(secret))];
}
